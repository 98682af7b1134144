import { bare } from '../../text/normalise.ts';
import { besideContacts } from './contact.ts';
import { wantsPerson } from './wants-person.ts';

/** What a person can demand at any time, whatever is going on. `ask-erase` asks how to erase. */
export type Command = 'person' | 'restart' | 'erase' | 'ask-erase' | 'download' | 'withdraw';

const COURTESY =
  /^(你好|您好|请问|请|麻烦(你|您)?|拜托|那|能不能|可不可以|可以|我要|我想要?|想要?|给我|帮我|快点?|现在|立刻|马上|please)+/;
const TAIL =
  /(?<![吧啊呀呢嘛么吗哈啦谢]|行不行|(?:可以|行|好)(?=吗))([吧啊呀呢嘛么吗哈啦谢]|可以吗|行吗|好吗|行不行)+$/;

/** Never 资料: in this matter those are the uploaded documents. */
const MINE = '(我|我们|本人)的?(所有|全部|个人|这些|一切)*(的)?';
const DATA = '(数据|个人信息|聊天记录|对话记录|对话|隐私|聊天内容|记录)';
const RESTART =
  /^(重新开始|重新开始对话|从头(开始|再来|来)|重来|重新来过?|重头来|清空(对话|聊天)|restart|startover|重置(对话)?|chongxinkaishi)$/;
const ERASE = new RegExp(
  `^((删除|清除|清空|抹掉|抹除|销毁|删掉|删)(掉|一下)?${MINE}${DATA}(都|全)?(删掉|删除|删了)?|把${MINE}${DATA}(都|全部?)?(删|清)(掉|除|了|空|光|干净)*|delete(all)?mydata|erasemydata|shanchuwodeshuju)$`,
);
const ASKS_ERASE = new RegExp(
  `^(怎么|怎样|如何|在哪里?|哪里|能|可以)?(才能|可以)?(删除|清除|清空|删掉|删)(我|我们|本人)?的?(个人)?${DATA}$|^${DATA}(怎么|如何|在哪里?|能|可以)(不能)?(删除|清除|清空|删掉|删)$`,
);
const DOWNLOAD = new RegExp(
  `^(怎么|如何)?(下载|导出|保存)(一下)?((我|我们|本人)的?)?(所有|全部)?(的)?${DATA}$|^${DATA}(怎么|如何|能|可以)?(下载|导出|保存)(出来|下来|来)?$|^(download|export)my(data|chat)$`,
);

/** Taking back that pictures may be looked at and kept. Never 授权: in this matter that is a letter to be uploaded. */
const PICTURES = '(图片|照片|相片|图)';
const TAKE_BACK = '(撤回|撤销|收回|取消|撤掉)(掉|一下)?';
const WITHDRAW = new RegExp(
  `^(我)?(${TAKE_BACK}(我|我们|本人)?(之前|刚才|以前|已经)?(给|给出|作出|做出)?的?(对|看|查看|检查|保存|处理)?${PICTURES}?的?同意(了)?|把同意${TAKE_BACK}(了)?|不(再)?同意(你|你们|您)?(再)?(看|查看|检查|保存|留着|处理)(我|我们)?的?${PICTURES}了?|(不要|别)再?(看|保存|留着)我的?${PICTURES}了|(withdraw|revoke)(my)?consent|chehuitongyi)$`,
);

/** The command in a normalised message, if it is one. */
export function commandIn(normalised: string): Command | undefined {
  const core = bare(normalised).replace(COURTESY, '').replace(TAIL, '');
  if (RESTART.test(core)) return 'restart';
  if (ERASE.test(core)) return 'erase';
  if (DOWNLOAD.test(core)) return 'download';
  if (WITHDRAW.test(core)) return 'withdraw';
  if (wantsPerson(besideContacts(normalised))) return 'person';
  return ASKS_ERASE.test(core) ? 'ask-erase' : undefined;
}
