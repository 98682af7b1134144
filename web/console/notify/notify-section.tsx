import '../styles/notify.css';
import { Button, Checkbox, Slider, Switch } from 'antd';
import { t } from '../../shared/t.ts';
import { DesktopRow } from './desktop-row.tsx';
import { KINDS, kindName, SOUND_OF, type Sound } from './kinds.ts';
import { play, useCanPlay } from './player.ts';
import { changeNotifySettings, useNotifySettings } from './settings.ts';

/** How this browser calls for attention: sounds, notifications, and for what. */
export function NotifySection() {
  const { sound, volume, muted } = useNotifySettings();
  const canPlay = useCanPlay();
  const samples: readonly (readonly [sound: Sound, label: string])[] = [
    ['ring', t('振铃')],
    ['arrival', t('有人来')],
    ['message', t('消息')],
  ];
  return (
    <div className="notify">
      <div className="notify-row">
        <span id="notify-sound">{t('提示音')}</span>
        <Switch
          aria-labelledby="notify-sound"
          checked={sound}
          onChange={(next) => changeNotifySettings({ sound: next })}
        />
      </div>
      <div className="notify-row">
        <span id="notify-volume">{t('音量')}</span>
        <Slider
          className="notify-volume"
          ariaLabelledByForHandle="notify-volume"
          disabled={!sound}
          min={0}
          max={100}
          step={5}
          value={volume}
          tooltip={{ open: false }}
          onChange={(next) => changeNotifySettings({ volume: next })}
        />
        <output className="notify-number">{volume}</output>
      </div>
      <fieldset className="notify-row notify-samples">
        <legend>{t('试听')}</legend>
        {samples.map(([one, label]) => (
          <Button key={one} disabled={!canPlay || volume === 0} onClick={() => void play(one, volume).catch(() => {})}>
            {label}
          </Button>
        ))}
      </fieldset>
      <DesktopRow />
      <fieldset className="notify-kinds">
        <legend>{t('什么时候提醒')}</legend>
        {KINDS.map((kind) => (
          <Checkbox
            key={kind}
            checked={!muted.includes(kind)}
            onChange={({ target }) =>
              changeNotifySettings({
                muted: target.checked ? muted.filter((one) => one !== kind) : [...muted, kind],
              })
            }
          >
            {kindName(kind)} <span className="notify-with">{samples.find(([one]) => one === SOUND_OF[kind])?.[1]}</span>
          </Checkbox>
        ))}
      </fieldset>
      <p className="sheet-hint">{t('这些设置只在这个浏览器里有效。开了几个页面时，只有一个会响。')}</p>
    </div>
  );
}
