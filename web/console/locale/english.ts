import { account } from './en/account.ts';
import { conversation } from './en/conversation.ts';
import { editing } from './en/editing.ts';
import { help } from './en/help.ts';
import { lists } from './en/lists.ts';
import { manage } from './en/manage.ts';
import { notify } from './en/notify.ts';
import { radar } from './en/radar.ts';
import { reports } from './en/reports.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { supervise } from './en/supervise.ts';
import { talk } from './en/talk.ts';
import { times } from './en/times.ts';
import { weekly } from './en/weekly.ts';
import { words } from './en/words.ts';

/** Every fixed text in English, by its Simplified Chinese. */
export const english: Readonly<Record<string, string>> = {
  ...shell,
  ...words,
  ...times,
  ...signIn,
  ...lists,
  ...talk,
  ...conversation,
  ...help,
  ...notify,
  ...supervise,
  ...reports,
  ...radar,
  ...manage,
  ...account,
  ...editing,
  ...weekly,
};
