import { describe, expect, it } from 'vitest';
import { faceVerification } from '../../src/diagnostics/face-verification.ts';

const check = faceVerification(['摘下眼镜']);
const run = (facts: unknown) => check.run(check.input.parse(facts));

describe('the ladder of the face verification', () => {
  it('stops where somebody else is at the camera: trying again cannot help', () => {
    const { verdict, findings } = run({ inPerson: false, faceAttempts: 4, failuresAfterAdvice: 3 });
    expect(verdict).toBe('face-not-self');
    expect(findings).toMatchObject([{ severity: 'blocker', retryable: false, entry: 8 }]);
  });

  it('gives the rule, and our own advice apart from it, once', () => {
    const { verdict, findings } = run({ inPerson: true, faceAttempts: 1 });
    expect(verdict).toBe('face-retry');
    expect(findings[0]?.advice).toMatch(
      /^请在光线充足的情况下再次核验。\n\n建议（本助手的经验，不是官方要求）：摘下眼镜。$/,
    );
  });

  it.each([0, 1])('asks to try again after %i failures since the advice, without saying it all again', (failures) => {
    const { verdict, findings } = run({ inPerson: true, faceAttempts: 1, failuresAfterAdvice: failures });
    expect(verdict).toBe('face-retry');
    expect(findings[0]?.advice).toContain('光线充足');
    expect(findings[0]?.advice).not.toContain('摘下眼镜');
  });

  it.each([2, 3, 7])('offers 人工审核 after %i failures since the advice', (failures) => {
    const { verdict, findings } = run({ inPerson: true, faceAttempts: failures + 1, failuresAfterAdvice: failures });
    expect(verdict).toBe('offer-human');
    expect(findings[0]?.advice).toContain('人工审核');
    expect(findings[0]?.evidence).toContain(`${failures + 1} 次`);
  });
});
