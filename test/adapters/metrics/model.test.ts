import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { modelMetrics } from '../../../src/adapters/metrics/model-metrics.ts';

it('counts what the language model was asked for by what came of it, and times only what went out', async () => {
  const register = new Registry();
  const { asked } = modelMetrics(register);
  asked({ task: 'phrase', result: 'used', ms: 800 });
  asked({ task: 'phrase', result: 'numbers', ms: 1200 });
  asked({ task: 'rewrite', result: 'resting', ms: 0 });
  const text = await register.metrics();
  expect(text).toContain('beian_model_questions_total{task="phrase",result="used"} 1\n');
  expect(text).toContain('beian_model_questions_total{task="phrase",result="numbers"} 1\n');
  expect(text).toContain('beian_model_questions_total{task="rewrite",result="resting"} 1\n');
  expect(text).toContain('beian_model_seconds_sum{task="phrase"} 2\n');
  expect(text).not.toContain('beian_model_seconds_sum{task="rewrite"}');
});
