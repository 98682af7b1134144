import type { Smalltalk } from './understanding/smalltalk.ts';

/** Every fixed sentence the bot says. Spoken to people: 您, the step first, no promise without something behind it. */
export const phrases = {
  welcome:
    '您好，我是备案助手，熟悉在阿里云APP上传备案资料和真实性核验时遇到的问题。阿里云APP核验支持一次性完成备案资料上传和网站负责人真实性核验。\n\n请选一个主题，或者直接说说您遇到的情况。',
  person: '转人工',
  stillFailing: '还是不行',
  solved: '解决了',
  clarifyNone: '都不是',
  leaveIt: '不留了',
  unknown: '不知道',
  notYet: '先不用',
  eraseMine: '删除我的数据',

  notCovered: '我没找到能回答这个问题的条目。我只熟悉备案资料上传和真实性核验。您可以选一个主题，或者转人工。',
  alsoNotCovered: '您问的另一件事，我没找到能回答的条目，可以转人工问客服。',
  noneOfThese: '那就不是这几种情况。请把页面上的提示原样发给我，或者选一个主题，也可以转人工。',
  clarify: '这有几种情况，处理办法不一样。您在页面上看到的是哪一种？',
  clarifyUnsure: '不确定也没关系。请看一眼手机上的提示，把那行字原样发给我；没有提示，就说说刚才点了什么、停在哪一步。',
  whichCase: '请说说您遇到的情况：停在哪一步，页面上显示什么提示。也可以选一个主题。',
  notedThat: (what: string) => `记下了：${what}。`,
  rolesUndefined: '这份 FAQ 没有给这些角色下定义，只写了他们各自要做的事：',
  whichHead: '负责人有两位：主体负责人（主办单位负责人）和网站负责人，要做的事不一样。您问的是哪一位？',
  whichMatter: '您现在遇到的是哪一件？',
  noted: (what: string) => `记下了：${what}。请说说现在停在哪一步，页面上显示什么提示。`,

  systemFine: (evidence: string) => `${evidence}系统版本够用，接着看阿里云APP是不是最新版本：`,
  agree: '同意',
  disagree: '不同意',
  fixIt: '帮我改好',
  cropIt: '只留证件',
  stitchIt: '拼成一张',
  stack: '上下放',
  side: '左右放',
  consent:
    '看图片之前，先请您同意：图片只用来检查是否符合上传要求；加密保存，最多 7 天自动删除；只有处理您问题的客服能看到。不同意也可以用文字说。',
  pictureGone: '刚才的图片已经不在了，请再发一次。',
  pictureDeclined: '好的，图片没有查看，也没有保存。您可以用文字说说页面上的提示。',
  pictureBusy: '现在看图片的人多，这张还没有看。请过一会儿再发一次。',
  pictureGaveUp: '这张图片看得太久，没有看完。请换一张小一些的 JPG 再发。',
  pictureOk: (what: string) =>
    `这是${what}，没有发现问题，可以上传。格式和大小也符合要求：支持 jpg、jpeg、png、gif，小于 4MB。`,
  pictureSame: '这张和之前发的是同一张图片，结果没有变。',
  pictureAlike: '这张和之前发的几乎一样，结果没有变。',
  pictureChanged: '这张和之前发的几乎一样，结果有变化。',
  onScreen: (line: string) => `图里写着“${line}”。`,
  readOnScreen: (lines: string) => `这个页面我不认识，读到的文字是：${lines}。最接近的是这一条：`,
  unknownScreen: (lines: string) =>
    `这个页面我不认识。读到的文字是：${lines}\n\n请说说停在哪一步；想找客服，可以点“转人工”。`,
  nothingOnScreen: '这张图里没有读到文字。请把提示的那行字发给我，或者换一张清楚的截图。想找客服，可以点“转人工”。',
  severalOnScreen: '图里有几种提示，您要解决的是哪一种？',
  fixed: '改好了，请下载（JPG，小于 3.8MB，方向已摆正，没有修饰画面）：',
  cropped: '裁好了，只留下证件部分，请下载：',
  stitched: '拼好了，请下载（小于 3.8MB）。两张上下放、左右放都可以，需要换就告诉我。',
  stitchWhich: '拼成一张需要两张图片。请把辅助资料的照片和证件一起发过来。',
  notFixed: '这张图片我打不开，改不了。请用手机重新拍一张，存成 JPG。',
  fixWhich: '没有找到可以改的图片：图片最多保存 7 天。请再发一次。',
  offer: '要我把情况转给人工客服吗？',
  offerWith: (told: string) => `要我把情况转给人工客服吗？我已替您整理：${told}。`,
  offerDeclined: '好的，先不转。弄的时候看到什么提示，请把它原样发给我；想找客服时，随时可以点“转人工”。',
  offerStays: '好的。您先按上面的办法来，有新的提示再告诉我。',
  offerReasons: {
    face_unresolved: '人脸核验多次没有通过，需要人工帮忙。',
    diagnostic_exhausted: '按步骤排查后仍没有解决，需要人工帮忙。',
  },
  notUnderstood: '这句我没看懂。',
  lookAgain: '看好了再告诉我，点下面的按钮也可以：',
  oneThing: '那我们来看看您的情况。',
  exhausted: '这一步我没能看懂，不耽误您。',

  several: (count: number) => `您问了${count === 2 ? '两' : count}件事，我分开说。`,
  again: '我再说一遍：',
  stepByStep: '我拆成几步说：',
  whichStep: '卡在哪一步，回我“第几步”就行。',
  noSuchStep: (count: number) => `这一条一共 ${count} 步：`,
  allSteps: '上面就是这一条的全部办法。做完还是不行，请回“还是不行”；页面出现别的提示，请原样发给我。',
  samePhone: '这一条不分手机，办法是一样的：',
  harmony: '这份 FAQ 只写了 iOS 和安卓，没有写鸿蒙，我不能确定鸿蒙是否一样。原文是这样写的：',
  nextStepUnknown: '这份 FAQ 没有写进一步的办法。现在看到的提示，可以原样发给我。',
  personOffer: '需要客服帮您看，可以点“转人工”。',

  restart: '好的，我们重新开始。请选一个主题，或者直接说说您遇到的情况。',
  refused:
    '这件事我不能帮忙。备案资料上传和真实性核验要用真实的证件，由本人完成。上传或核验时遇到了什么提示，请直接告诉我。',
  refusedOthers: '别人的证件和资料，我查不到，也不能提供。您自己上传或核验时遇到了什么提示，请直接告诉我。',
  refusedInstructions:
    '这个我做不了，我只回答备案资料上传和真实性核验的问题。上传或核验时遇到了什么提示，请直接告诉我。',
  abuse: '折腾半天没弄好，确实让人恼火。请告诉我页面上显示什么提示，我们一步一步来；想和客服说，请点“转人工”。',
  complaint: '您可以点“转人工”给客服留言，把事情经过写清楚，留下联系方式。证件号不用写。',
  despair:
    '看到您这么说，我很在意您。如果觉得难以承受，请现在就和信任的人说一说，或者拨打全国统一心理援助热线 12356；情况紧急请拨打 110 或 120。\n\n备案的事可以放一放，什么时候回来都行。想和人说备案的事，也可以点“转人工”。',
  fault: '刚才处理这条消息时出了故障，不是您的问题。请再发一次；如果还是这样，请点“转人工”留言。',
  lost: '刚才的选择没有接上，我按您这句话重新回答。',

  noPerson: '好的，我们接着来。现在停在哪一步，页面上显示什么提示，请发给我。',
  desk: '我这里没有客服的电话和上班时间。要找人工客服，请点“转人工”留言，写上怎么联系您。',
  ticketAsk: '现在没有客服在线，可以给人工客服留言。请在一条消息里写上手机号、邮箱或微信号，再用一两句话说明要办的事。',
  ticketAskContact: '这段话我记下了。客服怎么联系您？请发手机号、邮箱或微信号；不想留，就回“不留了”。',
  ticketAskContactAgain: '还没有看到联系方式。请发 11 位手机号、邮箱或微信号；不想留，就回“不留了”。',
  ticketGoesOn: '给人工客服的留言还差联系方式：请发手机号、邮箱或微信号；不想留，就回“不留了”。',
  ticketDropped: '好的，没有留言。您可以继续问我。',
  ticketLost: '没有收到联系方式，刚才的留言没有保存。',
  ticketKept: (id: string) =>
    `留言已交给人工客服，编号 ${id}。联系方式已加密保存，只有客服能看到。现在您可以继续问我。`,
  ticketNoText: '（只留了联系方式，没有写要办的事）',

  eraseHow: '要删除您在这段对话里的全部数据，请点下面的按钮。删除后找不回来。',
  erased: (messages: number, tickets: number, pictures: number) =>
    `已删除您在这段对话里的数据：消息 ${messages} 条，留言 ${tickets} 条，图片 ${pictures} 张，以及由此记下的手机、省份等情况。`,
  download: '请点页面右上角的菜单，选“下载对话记录”。记录里的证件号、手机号已经遮住。',
} as const;

export const smalltalk: Readonly<Record<Smalltalk, string>> = {
  greeting: '您好，我是备案助手。请说说您在上传备案资料或真实性核验时看到了什么提示，或者选一个主题。',
  thanks: '不客气。上传或核验时再遇到问题，随时来问。',
  goodbye: '好的，再见。之后再遇到问题，随时回来问。',
  solved: '好的，解决了就好。之后再遇到问题，随时来问。',
  acknowledged: '好的。照着做时如果看到别的提示，请把它原样发给我。',
  waiting: '好的，您先忙。弄的时候看到什么提示，请把它原样发给我。',
  here: '我在。请把遇到的情况发给我：停在哪一步，页面上显示什么提示。',
  helpless: '不会弄没关系，一步一步来。请告诉我现在停在哪一步，页面上显示什么提示；想和客服说，请点“转人工”。',
  frustration: '确实让人着急。请告诉我现在停在哪一步、页面上显示什么，我们一步一步来；想和客服说，请点“转人工”。',
  other:
    '我是备案助手，一个自动回答的机器人，只熟悉备案资料上传和真实性核验。请说说您遇到的情况；要找人工客服，请点“转人工”。',
};
