import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createMetrics, type DescribedMetric } from '../../../src/adapters/metrics/create-metrics.ts';

interface Target {
  readonly expr: string;
  readonly legendFormat: string;
}
interface Panel {
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: { readonly uid: string };
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } };
  readonly targets?: readonly Target[];
}
interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly action: string };
}

const read = (file: string): string => readFileSync(file, 'utf8');
const dashboard = JSON.parse(read('deploy/grafana/beian.json'));
const panels: readonly Panel[] = dashboard.panels.filter(({ type }: Panel) => type !== 'row');
const alerts: readonly Alert[] = parse(read('deploy/prometheus/alerts.yml')).groups.flatMap(
  ({ rules }: { rules: readonly Alert[] }) => rules,
);
const queries = [
  ...panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ of: title, expr }))),
  ...alerts.map(({ alert, expr }) => ({ of: alert, expr })),
];

let metrics: readonly DescribedMetric[];
beforeAll(async () => {
  const stock = () => Promise.reject(new Error('not asked'));
  const state = () => ({ ready: true, encoder: true, news: true });
  metrics = await createMetrics({ dataDir: '.', process: true, stock, state }).describe();
});

/** What Prometheus itself adds, and how it knows whether it could read. */
const TARGET = ['job', 'instance'];
const UP = { name: 'up', type: 'gauge', help: '', labels: [] };

/** The metric that a series belongs to; undefined where there is none of this form. */
function metricOf(series: string): DescribedMetric | undefined {
  const found = (name: string) => [...metrics, UP].find((one) => one.name === name);
  const [, base = ''] = /^(.+)_(?:bucket|sum|count)$/.exec(series) ?? [];
  const histogram = found(base);
  if (histogram?.type === 'histogram') return { ...histogram, labels: [...histogram.labels, 'le'] };
  const plain = found(series);
  return plain?.type === 'histogram' ? undefined : plain;
}

/** The series of a query, with the labels it asks of each, and those it groups by. */
function askedIn(expr: string) {
  const series = [...expr.matchAll(/\b((?:beian|nodejs|process)_\w+|up\b)(?:\{([^}]*)\})?/g)].map(
    ([, name = '', matchers = '']) => ({
      name,
      labels: [...matchers.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
    }),
  );
  const grouped = [...expr.matchAll(/\b(?:by|ignoring)\s*\(([^)]*)\)/g)].flatMap(([, list = '']) =>
    list.split(/\s*,\s*/),
  );
  return { series, grouped };
}

it('asks only for what the service tells, with its labels', () => {
  const wrong = queries.flatMap(({ of, expr }) => {
    const { series, grouped } = askedIn(expr);
    const known = series.flatMap(({ name }) => metricOf(name)?.labels ?? []);
    return [
      ...(series.length === 0 ? [`${of}: nothing`] : []),
      ...series.flatMap(({ name, labels }) => {
        const metric = metricOf(name);
        if (!metric) return [`${of}: ${name}`];
        return labels
          .filter((one) => ![...metric.labels, ...TARGET].includes(one))
          .map((one) => `${of}: ${name}{${one}}`);
      }),
      ...grouped.filter((one) => ![...known, ...TARGET].includes(one)).map((one) => `${of}: by ${one}`),
    ];
  });
  expect(wrong).toEqual([]);
  expect(queries.length).toBeGreaterThan(60);
});

it('rates what only grows, and takes what goes up and down as it is', () => {
  const wrong = queries.flatMap(({ of, expr }) =>
    askedIn(expr).series.flatMap(({ name }) => {
      const counts = metricOf(name)?.type !== 'gauge';
      const isRated = new RegExp(`(?:rate|increase)\\(${name}\\b`).test(expr);
      return counts === isRated ? [] : [`${of}: ${name}`];
    }),
  );
  expect(wrong).toEqual([]);
});

it('leaves nothing of ours that neither the dashboard nor an alert looks at', () => {
  const asked = new Set(queries.flatMap(({ expr }) => askedIn(expr).series.map(({ name }) => metricOf(name)?.name)));
  const ours = metrics.map(({ name }) => name).filter((name) => name.startsWith('beian_'));
  expect(ours.length).toBeGreaterThan(35);
  expect(ours.filter((name) => !asked.has(name))).toEqual([]);
});

it('names metrics as Prometheus does', () => {
  for (const { name, type } of metrics.filter((one) => one.name.startsWith('beian_'))) {
    expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
    if (type === 'histogram') expect(name).toMatch(/_(seconds|ratio)$/);
  }
});

it('says on each panel what it shows, in which unit, from whichever source is chosen', () => {
  const titles = panels.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  for (const { title, description, datasource, fieldConfig, targets = [] } of panels) {
    expect([title, description, fieldConfig?.defaults.unit, datasource?.uid]).toEqual([
      title,
      expect.stringMatching(/\p{Script=Han}.*。$/u),
      expect.stringMatching(/^\w+$/),
      expect.stringMatching(/^\$\{datasource\}$/),
    ]);
    for (const { expr, legendFormat } of targets) {
      const labels = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label = '']) => label);
      const { series, grouped } = askedIn(expr);
      const kept = expr.includes(' by (')
        ? grouped
        : [...TARGET, ...series.flatMap(({ name }) => metricOf(name)?.labels ?? [])];
      expect([title, labels.filter((label) => !kept.includes(label))]).toEqual([title, []]);
    }
  }
});

it('tells with each alert what happened and what to do, and explains it in the documentation', () => {
  const explained = read('docs/metrics.md');
  expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
  for (const { alert, labels, annotations } of alerts) {
    expect([alert, labels.severity, annotations.summary, annotations.action]).toEqual([
      alert,
      expect.stringMatching(/^(warning|critical)$/),
      expect.stringMatching(/\p{Script=Han}/u),
      expect.stringMatching(/\p{Script=Han}.*。$/u),
    ]);
    expect(explained).toContain(`| \`${alert}\` |`);
    const used = [...annotations.summary.matchAll(/\$labels\.(\w+)/g)].map(([, label = '']) => label);
    const { grouped } = askedIn(alerts.find((one) => one.alert === alert)?.expr ?? '');
    expect([alert, used.filter((label) => ![...grouped, ...TARGET].includes(label))]).toEqual([alert, []]);
  }
});

it('is documented as it is: every metric, its kind, its labels, its meaning', () => {
  const rows = [...read('docs/metrics.md').matchAll(/^\| `(beian_\w+)` \| (\w+) \| (.*?) \| (.*?) \|$/gm)].map(
    ([, name = '', type = '', labels = '', help = '']) => ({
      ...{ name, type, help },
      labels: [...labels.matchAll(/`(\w+)`/g)].map(([, label = '']) => label),
    }),
  );
  const byName = (a: DescribedMetric, b: DescribedMetric) => (a.name < b.name ? -1 : 1);
  expect(rows.toSorted(byName)).toEqual(metrics.filter(({ name }) => name.startsWith('beian_')).toSorted(byName));
});

it('has Prometheus read the alerts, and show its token', () => {
  const config = parse(read('deploy/prometheus/prometheus.yml'));
  expect(config.rule_files).toEqual(['alerts.yml']);
  expect(config.scrape_configs).toMatchObject([
    {
      job_name: 'beian',
      metrics_path: '/metrics',
      authorization: { type: 'Bearer', credentials_file: 'metrics-token' },
    },
  ]);
});
