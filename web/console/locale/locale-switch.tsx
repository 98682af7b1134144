import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { chooseLocale, LOCALES, type Locale, useLocale } from './locale.ts';

/** The languages, each in its own name, for whoever cannot read the present one. */
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
        <legend className="hidden">{t('语言')}</legend>
        {(Object.keys(LOCALES) as Locale[]).map((one) => (
          <button key={one} type="button" lang={one} aria-pressed={one === locale} onClick={() => choose(one)}>
            {LOCALES[one]}
          </button>
        ))}
      </fieldset>
      {hasFailed && (
        <p className="locale-problem" role="alert">
          {t('语言没有换成。请检查网络后再选一次。')}
        </p>
      )}
    </>
  );
}
