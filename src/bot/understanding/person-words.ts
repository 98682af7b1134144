/** The words of the wish for a person (see wants-person.ts), as they stand in normalised texts. */

/** Nobody but a person is meant. */
export const SURE = anyOf(
  '人工(客服|服务|售后)?(人员|专员|坐席|座席|通道|台|帮助|帮忙|介入|协助|支持)?|真人(客服)?|活人|接线[员生]|喘气的|转(human|agent)|坐席|座席',
);
/** Also stands in stories ("客服让我…"): a wish only where nothing else is said. */
export const LIKELY = anyOf(
  '(在线|专属|售后)?客服(人员|专员|小姐姐|小哥)?|售后(人员)?|工作人员|服务人员|技术人员|专员',
);
/** Fetches somebody who is not named. */
export const ANYONE = anyOf(
  '(转接?|换|叫|喊|找|揾|来|派|畀|安排)(一?个|一?位)?(真的?|专|懂的?|明白|活的?|会的?|别的?|正常)?人',
  '(跟|和|同|与)(真的?|活的?)?人(?=说|聊|讲|谈|沟通|对话)',
  '有[没无冇]?有?人(?=管|理|能帮|帮|处理|负责)',
  '(找|叫|喊|让|换|请)(你们?的?)?(经理|领导|主管|老板|管事儿?的|说了算的)',
  '(找|叫|喊|让|换|请)你们?的?(负责人|人)(?=来|出|跟|和|说)',
);
export const FETCH = anyOf(
  '转[接驳给到成去]?|接[通入到]?|[换切]换?[成到]?|找到?|叫|喊|派|请|呼[叫唤]|联[系络]|连[线接]?|需?要|请求|申请|安排|求|问问?|让|揾|畀|来|给',
  '有[没无冇]?有?|跟|和|同|与|走|选|call',
);
/** Inside a longer clause it is still the wish. */
export const FETCHES =
  /(转|接|换|找|叫|喊|派|联系|呼叫|切换?|要|揾|来|给|走|有没有|有无|还有|有冇).{0,3}@|[跟和同与].{0,2}@.{0,2}[说聊讲谈倾沟对]/;
export const FETCHES_LIKELY = /(转|接|找|要|叫|联系|请(?!教)|给|呼叫).{0,3}%/;
/** Says nothing by itself. */
export const FILLERS = anyOf(
  '你好|您好|不好意思|请问|请教|麻烦|劳驾|拜托|唔该|可唔可以|能不能够?|可不可以|[能可]否|可以|能够?|想|希望|必须|算了',
  '现在|立[刻即]|马上|赶[紧快]|快点?|直接|就|还是|一下|一[个位]|这边|那边|[你您我咱]们?|俺|帮[我忙]?|替|喂|[哎唉诶]呀?',
  '怎[么样]|咋|如何|在?哪[里儿]?|入口|按钮|功能|在不在|在线?[吗么]|行不行?|好不好?|可以不|[谢多感]谢?|急|亲|please|pls|hi|hello',
  '说话|说清楚|说|聊聊?|讲嘢?|倾偈?|谈|沟通|对话|接待|处理|解决|看看|看一?下|回复|服务|出来|接电话|弄|办|管|理|嚟|喺边|边|才|支持|协助',
  '把|点|个|位|下|到|的|了|吧|啊|呀|呢|哦|喔|哈|啦|咯|吗|么|嘛|都|也|那|先|再|去|行|客户|克服|可服',
);

/** Where nothing else is said, who is only hailed: "客服在吗". */
export const HAILS = /你好|您好|[在有]不?在?线?[吗么]|在不在|小姐姐|小哥|hi|hello|^[喂嗨]/;

/** Not wanted, or not there. */
export const NEGATED =
  /((?<![能可要行是])不|(?<!有)没|别|未|勿|甭|无需|怕|如果|要是|万一)(用|要|想|必|需|给我|再|能|会|可以|得|让|有|看到|找到|出现)*(转|找|接|要|换|联系|走|选|叫|出|弹|[@%])/;
/** Somebody else said so, or it lies behind. */
export const TOLD =
  /((?<!我)说(?!了)|提示|显示|弹|写着?|系统|页面|屏幕|告诉|让我|叫我|选了|点了|[找问打]过).{0,10}[@%]|[转换]了@|@(之后|以后|后)|&了/;
/** Asks about the desk, not for it. */
export const ABOUT =
  /电话|热线|号码|几点|上班|下班|营业|值班|时间是|多久|多长|几天|多少|几[个位次]|收费|要钱|费用|免费|[什啥]么?意思|区别|靠谱|态度|邮箱|微信|地址|休息|周末|放假|谁|机器.*还是@|(?<!还)是@/;
export const HOW = /怎|咋|如何|哪|入口|按钮/;
/** Asks whether or where, which about the verification means the system's own step. */
export const ASKS = /怎|咋|如何|哪|能不能|能否|可不可以|可以|可否|是不是|要不要|有没有|有别的|比如|[?？谁几吗么不]$/;
/** Leaves no doubt, even about the verification. */
export const URGES = /给我|帮我|我要|我想|直接|赶紧|快|马上|立刻|麻烦|客服|请/;
export const FACE = /脸|核验|识别|验证|认证|认我|公安/;
export const NO_BOT =
  /(不要|不想|不跟|不和|别让|别用|别拿|别跟|少[拿用]|拒绝|懒得|不愿意?).{0,4}(机器人|机器(?!码)|智能客服|自动回复|(?<![a-z])ai(?![a-z]))(?!.{0,4}(脸|核验|识别))/;

const ENGLISH_PERSON =
  '(human|person(?! in charge)|people|someone|somebody|agent|representative|rep|operator|staff|customer (service|support)|live chat)';
/** The wish in English, in a text without marks. */
export const ENGLISH = [
  `\\b(talk|speak|chat|connect|transfer|switch|hand|forward|put|pass)\\b.{0,14}\\b(to|with|through)\\b.{0,12}\\b${ENGLISH_PERSON}\\b`,
  '\\b(want|need|get|give|find|call|contact|is there|are there|reach)( me| us)?( an?| the| any| some| your)?( real| live| actual| human)* (human|person(?! in charge)|agent|representative|operator|customer (service|support))\\b',
  '\\b(can|could|may) (a|some|any|real| )*(human|person|agent) help\\b',
  '\\b(human|real person|live agent|agent|representative) (now|please|pls)\\b',
  `^(an? |the )?(real |live |actual |human )*${ENGLISH_PERSON}( please| pls| now| help| agent)*$`,
].map((pattern) => new RegExp(pattern));
/** The wish in syllables: typed pinyin, and homophones such as 转人共. */
export const SOUNDS =
  /^((qing|bang|wo|gei|yao|xiang|ma|fan|zhi|jie|kuai|dian|jiu|ke|yi|neng) )*((zhuan|chuan|zuan|zhuang|zhao|jie|huan)( dao| jie)?( yi)?( ge| xia)? ren gong( ke fu| ke hu| fu wu)?|ren gong ke fu)( (ba|a|ya|ma|ne|la|xie|zai|kuai|dian))*$/;
/** The same in Latin letters, where nobody means anything else by it. */
export const LATIN = /^(ren ?gong|ke ?fu|zrg|zhen ?ren|(wo )?yao ren ?gong|(wo )?zhao (ke ?fu|zhen ?ren))$/;

function anyOf(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join('|'), 'g');
}
