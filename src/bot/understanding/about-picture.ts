/** How it is put right, or what the verdict means. */
const HOW =
  /(怎么|咋|如何|怎样)(个|样|去|来|才)?(能)?(改|弄|办|转|压|搞|整|处理|重拍|拍|调|缩)|看不懂|没看懂|不懂|不明白|(啥|什么)意思|为什么|为啥|凭(什么|啥)/;
/** Whether it will do, after all. */
const WHETHER =
  /到底|究竟|行不行|能不能|可不可以|(行|可以|成|中|好使|得)(吗|不|么|嘛|吧|唔)[?？。!！\s]*$|能(用|传|过|交)(吗|不|么)|没问题(吧|吗)|有没有问题|(也|都)(不|没)(行|中|可以|能|成|过|让)|就(大|差|多|小|暗|糊)|(才|刚)(大|差|多|过期|到期)/;
/** What such a message is made of. Whatever else is named in it is what it is about. */
const WORDS =
  /看不懂|没看懂|不明白|不懂|不会|到底|究竟|怎么|怎样|如何|为什么|为啥|凭什么|凭啥|什么意思|啥意思|应该|可以|能不能|可不可以|有没有问题|没问题|好使|重拍|重新|处理|上传|过期|到期|清楚|清晰|格式|大小|一点点?|一丢丢|点点|这张|那张|这个|那个|这样|那样|图片|照片|几天|几个月|俩月|上去|[那这咋改弄办转压缩拍搞整调看行能用传过交成中得也都就才刚先再大差多小暗糊亮一两二三俩几天月日年点些个张图它我你您要该去来给样呢啊呀吗嘛么吧了不没的说还是让好唔哦]|jpe?g|png|gif|heic|webp|pdf|bmp|\d+|kb?|mb?|兆/g;
const FACE = /脸|自拍|再(拍|照|发)|大头/;
/** The longest message, in characters, about a face that was refused. */
const LONGEST = 24;

/** Whether a normalised message only speaks of the picture that was just judged: what to do, or whether it will not do after all. */
export function isAboutPicture(normalised: string, verdict: string): boolean {
  if (verdict === 'image-face-only' && normalised.length <= LONGEST && FACE.test(normalised)) return true;
  const rest = normalised.replace(/[^\p{L}\p{N}]/gu, '').replace(WORDS, '');
  return rest.length <= 1 && (HOW.test(normalised) || WHETHER.test(normalised));
}
