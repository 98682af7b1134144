import { Input } from 'antd';
import { t, written } from '../../../shared/t.ts';
import { Field } from '../../parts/field.tsx';
import type { Rules } from '../types.ts';
import { useChange } from '../use-change.ts';
import { SaveBar } from './save-bar.tsx';
import { useForm } from './use-form.ts';

/** Addresses by the names that answers use. What is empty is told by where to tap, never guessed. */
export function LinksPanel({ links: { items, revision } }: { readonly links: Rules['links'] }) {
  const stored = Object.fromEntries(items.map(({ name, url }) => [name, url ?? '']));
  const { value, base, isChanged, change, discard } = useForm<Readonly<Record<string, string>>>(
    'links',
    stored,
    revision,
  );
  const { isBusy, problem, run } = useChange();
  const problems = new Map(items.map(({ name }) => [name, problemOf(value[name] ?? '')]));
  const isReady = [...problems.values()].every((one) => one === undefined);

  async function save(): Promise<void> {
    const links = items.map(({ name }) => ({ name, url: (value[name] ?? '').trim() || null }));
    if (await run('PUT', '/content/links', { links, base }, t('链接已保存'))) discard();
  }

  return (
    <section className="panel" aria-label={t('链接')}>
      <div className="panel-head">
        <h3>{t('链接')}</h3>
      </div>
      <p className="form-hint">{t('填了网址，答案里的名称就能点开；没有填就告诉用户在哪里找，不会编一个网址。')}</p>
      <div className="rule-grid">
        {items.map(({ name }) => (
          <Field key={name} label={written(name)} problem={problems.get(name)}>
            {(given) => (
              <Input
                {...given}
                type="url"
                inputMode="url"
                placeholder="https://"
                maxLength={500}
                value={value[name] ?? ''}
                onChange={(event) => change({ ...value, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {isChanged && <SaveBar {...{ isBusy, isReady, problem }} onSave={() => void save()} onDiscard={discard} />}
    </section>
  );
}

function problemOf(address: string): string | undefined {
  if (address.trim() === '') return undefined;
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.hostname.includes('.')) return undefined;
  return t('网址要以 http:// 或 https:// 开头，例如 https://beian.aliyun.com。');
}
