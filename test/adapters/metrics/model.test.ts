import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { modelMetrics } from '../../../src/adapters/metrics/model-metrics.ts';

it('counts what the language model was asked for by what came of it, and times only what went out', async () => {
  const register = new Registry();
  const { asked } = modelMetrics(register);
  asked({ task: 'split', result: 'used', ms: 800 });
  asked({ task: 'split', result: 'unsupported', ms: 1200 });
  asked({ task: 'rewrite', result: 'resting', ms: 0 });
  const text = await register.metrics();
  expect(text).toContain('beian_model_questions_total{task="split",result="used"} 1\n');
  expect(text).toContain('beian_model_questions_total{task="split",result="unsupported"} 1\n');
  expect(text).toContain('beian_model_questions_total{task="rewrite",result="resting"} 1\n');
  expect(text).toContain('beian_model_seconds_sum{task="split"} 2\n');
  expect(text).not.toContain('beian_model_seconds_sum{task="rewrite"}');
});
