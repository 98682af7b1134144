/** What a person can demand at any time, whatever is going on. */
export type Command = 'person' | 'restart' | 'erase' | 'download';

const COURTESY =
  /^(你好|您好|请问|请|麻烦(你|您)?|拜托|求求(你|您)?(们)?|那|能不能|可不可以|可以|我要|我想要?|想要?|给我|帮我|快点?|赶紧|马上|直接|立刻|还是|算了|喂|hi|hello|please)+[,，。!！~\s]*/;
const TAIL = /[\s,，。.!！?？~吧啊呀呢嘛哈啦了谢求急]+$/;

/** The whole message is the wish for a person. */
const PERSON_WHOLE = [
  /^(转|接|换|找|叫|要|来|联系|呼叫|转接|接通)?(个|一个|一下|下|到|给|位)?(人工|真人|活人|人类|专员|坐席|客服人员|人工客服|真人客服|在线客服|客服)(服务|客服|处理|接待|坐席|通道|帮忙|帮我|看看|看一下|来|吗|在吗|在不在|在线吗|入口)*$/,
  /^(转|接|换|找|叫|来)(个|一个|位)?(人|真的人|懂的人|明白人|会的人)(来|来说|说话|聊|接|处理|帮我|跟我说)*$/,
  /^(人工|转人工|人工客服|客服)([!！,，。\s]*(人工|转人工|人工客服|客服))*$/,
  /^(zhuan\s?ren\s?gong|rengong|zhuan\s?ren\s?gong\s?ke\s?fu|kefu)$/,
  /^(搵|揾)(個|个)?(真人|人|客服)(倾|傾|帮|幫)?.{0,4}$/,
  /^(i\s)?(want|need|get|give|let)?\s?(me\s)?(to\s)?(talk|speak|chat|connect|transfer)?\s?(to|with)?\s?(me\s)?(a|an|the)?\s?(real|live|human)?\s?(human|person|agent|operator|representative|customer service|staff)( agent| please| support)?$/,
];
/** Said inside a longer message it is still the wish. */
const PERSON_INSIDE = [
  /(转|接|换|改)(成|到|接)?(人工|真人|活人)(?!审|核|智|校)/,
  /(我|俺|咱)?(要|想|找|叫)(个|一个|位)?(人工|真人|活人)(客服|服务|处理|来|说|聊|帮)/,
  /(不(要|想|跟|和)|别(让|用|拿)|少(拿|用)).{0,4}(机器人|机器|ai|智能客服)(?!人?脸|核验|识别)/,
  /(叫|找|喊|让)(你们|你)?(的)?(经理|领导|老板|主管|负责的人|管事的|工作人员|技术人员)(来|出来|跟我|和我|接)/,
  /(我要|我想|给我)(跟|和|同)?(真人|活人|你们的人)(说|聊|谈|讲)/,
  /(有没有|有无|还有)(个)?(活人|喘气的)/,
  /(talk|speak) (to|with) (a |an )?(real |live )?(human|person|agent)/,
];
/** The filing system's own step, or not a wish at all. */
const NOT_PERSON = /人工(审|智能|智障|核)|审(核)?(的)?人工/;
/** Asks whether or how, about the verification: the entry answers that. */
const ASKS_ABOUT = /(怎么|如何|哪里|哪儿|在哪|能不能|可不可以|可以|是不是|要不要|需要|没看到|几次|之后|还要|[吗么?？])/;
const VERIFICATION = /(人脸|刷脸|核验|识别|扫脸|脸不过|验证|app说|系统提示)/;

const RESTART = /^(重新开始|从头(开始|再来)|重来|重新来(过)?|清空(对话|聊天)?|restart|start over|重置(对话)?|换个问题重新来)$/;
const ERASE =
  /^(删除|清除|清空|抹掉|销毁|删掉|删)(掉)?(一下)?(我|我们)?(的)?(所有|全部|个人)?(的)?(数据|信息|资料|聊天记录|对话记录|记录|隐私)(都)?(删掉|删除|删了)?$|^把我(的)?(数据|信息|聊天记录|对话记录|记录|资料)(都|全)?(删|清)(掉|除|了|空)?$|^delete my data$/;
const DOWNLOAD = /^(下载|导出|保存)(一下)?(我|我们)?(的)?(所有|全部)?(的)?(数据|聊天记录|对话记录|记录|对话)$|^(download|export) my data$/;

/** The command in a normalised message, if it is one. */
export function commandIn(normalised: string): Command | undefined {
  const core = normalised.replace(COURTESY, '').replace(TAIL, '');
  if (RESTART.test(core)) return 'restart';
  if (ERASE.test(core)) return 'erase';
  if (DOWNLOAD.test(core)) return 'download';
  return wantsPerson(normalised, core) ? 'person' : undefined;
}

function wantsPerson(normalised: string, core: string): boolean {
  if (NOT_PERSON.test(normalised)) return false;
  if (PERSON_WHOLE.some((pattern) => pattern.test(core))) return true;
  if (ASKS_ABOUT.test(normalised) && VERIFICATION.test(normalised)) return false;
  return PERSON_INSIDE.some((pattern) => pattern.test(normalised));
}
