import { useState } from 'react';
import { LOCALES, type Locale } from '../../shared/locale.ts';
import { t } from '../../shared/t.ts';
import { chooseLocale, useLocale } from './locale.ts';

/** Simplified or Traditional Chinese, each in its own name. */
export function LocaleSwitch() {
  const locale = useLocale();
  const [hasFailed, fail] = useState(false);
  const choose = (one: Locale): void => {
    fail(false);
    chooseLocale(one).catch(() => fail(true));
  };
  return (
    <>
      <fieldset className="locale-switch">
        <legend className="hidden">{t('简体或繁体')}</legend>
        {(Object.keys(LOCALES) as Locale[]).map((one) => (
          <button key={one} type="button" lang={one} aria-pressed={one === locale} onClick={() => choose(one)}>
            {LOCALES[one]}
          </button>
        ))}
      </fieldset>
      {hasFailed && (
        <p className="locale-problem" role="alert">
          {t('简繁没有换成。请检查网络后再选一次。')}
        </p>
      )}
    </>
  );
}
