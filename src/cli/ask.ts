import { parseArgs } from 'node:util';
import { shown, terminalDesk } from './terminal-desk.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const question = positionals.join(' ').trim();
if (question === '') {
  console.error('请写上问题，例如：npm run ask -- "扫码进不去上传页面"');
  process.exit(2);
}
const desk = await terminalDesk();
const answered = await desk.say(question);
console.log(values.json ? JSON.stringify(answered, null, 2) : answered.messages.map(shown).join('\n\n'));
await desk.close();
