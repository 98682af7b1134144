import { Button, Input } from 'antd';
import { t } from '../../../shared/t.ts';
import { Field } from '../../parts/field.tsx';
import type { Release, Rules } from '../types.ts';
import { useChange } from '../use-change.ts';
import { SaveBar } from './save-bar.tsx';
import { useForm } from './use-form.ts';

const PLATFORMS = ['android', 'ios', 'harmony'] as const;
type Releases = Readonly<Record<(typeof PLATFORMS)[number], Release | null>>;

const NONE: Release = { version: '', date: '', source: '' };

/** The newest APP of each platform, as somebody read it somewhere on a day. */
export function ReleasesPanel({
  releases: { revision, android, ios, harmony },
}: {
  readonly releases: Rules['releases'];
}) {
  const { value, base, isChanged, change, discard } = useForm<Releases>(
    'releases',
    { android, ios, harmony },
    revision,
  );
  const { isBusy, problem, run } = useChange();
  const isReady = PLATFORMS.every((platform) => {
    const release = value[platform];
    return (
      !release || (problemOf(release.version) === undefined && release.date !== '' && release.source.trim() !== '')
    );
  });

  async function save(): Promise<void> {
    if (await run('PUT', '/content/releases', { releases: value, base }, t('APP 版本已保存'))) discard();
  }

  return (
    <section className="panel" aria-label={t('阿里云 APP 的最新版本')}>
      <div className="panel-head">
        <h3>{t('阿里云 APP 的最新版本')}</h3>
      </div>
      <p className="form-hint">{t('填了才能判断用户的 APP 是不是最新；没有填就请用户在手机上检查更新。')}</p>
      {PLATFORMS.map((platform) => {
        const release = value[platform];
        const set = (next: Partial<Release>): void =>
          change({ ...value, [platform]: { ...NONE, ...release, ...next } });
        return (
          <fieldset key={platform} className="release">
            <legend>{platformName(platform)}</legend>
            {release ? (
              <>
                <Field label={t('版本')} problem={problemOf(release.version)}>
                  {(given) => (
                    <Input
                      {...given}
                      value={release.version}
                      inputMode="decimal"
                      onChange={(event) => set({ version: event.target.value })}
                    />
                  )}
                </Field>
                <Field label={t('查到的日期')}>
                  {(given) => (
                    <input
                      {...given}
                      type="date"
                      className="native"
                      value={release.date}
                      onChange={(event) => set({ date: event.target.value })}
                    />
                  )}
                </Field>
                <Field label={t('在哪里查到的')}>
                  {(given) => (
                    <Input
                      {...given}
                      value={release.source}
                      maxLength={300}
                      placeholder={t('例如 应用商店页面')}
                      onChange={(event) => set({ source: event.target.value })}
                    />
                  )}
                </Field>
                <Button
                  aria-label={t('去掉{platform}的版本', { platform: platformName(platform) })}
                  onClick={() => change({ ...value, [platform]: null })}
                >
                  {t('去掉')}
                </Button>
              </>
            ) : (
              <>
                <span className="form-hint">{t('没有填')}</span>
                <Button
                  aria-label={t('填写{platform}的版本', { platform: platformName(platform) })}
                  onClick={() => set({})}
                >
                  {t('填写')}
                </Button>
              </>
            )}
          </fieldset>
        );
      })}
      {isChanged && <SaveBar {...{ isBusy, isReady, problem }} onSave={() => void save()} onDiscard={discard} />}
    </section>
  );
}

export function platformName(platform: string): string {
  if (platform === 'android') return t('安卓');
  return platform === 'ios' ? t('苹果 iOS') : t('鸿蒙');
}

/** Nothing is wrong yet while nothing is typed; what is missing keeps it from being saved all the same. */
function problemOf(version: string): string | undefined {
  return /^\d+(\.\d+)+$/.test(version.trim()) ? undefined : t('写成 6.13.0 这样');
}
