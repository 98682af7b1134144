import { t } from '../../shared/t.ts';
import { chooseLocale, LOCALES, type Locale, useLocale } from './locale.ts';

/** The languages, each in its own name, for whoever cannot read the present one. */
export function LocaleSwitch() {
  const locale = useLocale();
  return (
    <fieldset className="locale-switch">
      <legend className="hidden">{t('语言')}</legend>
      {(Object.keys(LOCALES) as Locale[]).map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === locale}
          // Where it cannot be loaded, the present one goes on.
          onClick={() => void chooseLocale(one).catch(() => {})}
        >
          {LOCALES[one]}
        </button>
      ))}
    </fieldset>
  );
}
