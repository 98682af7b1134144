/** The checks of the phone, the app and the network. */
export const phones: Readonly<Record<string, string>> = {
  '打开手机的“设置”，进“关于手机”（苹果是“通用 > 关于本机”）：写着 Android 版本的是安卓，写着 iOS 版本的是苹果，写着 HarmonyOS 版本的是鸿蒙。':
    'Open “设置” (Settings) on the phone, then “关于手机” (About phone; on an iPhone “通用 > 关于本机”, General > About): where it shows an Android version it is Android, where it shows an iOS version it is an iPhone, where it shows a HarmonyOS version it is HarmonyOS.',
  '扫码用的手机是什么系统：安卓、苹果（iOS），还是鸿蒙？{1}':
    'Which system has the phone that you scan with: Android, iPhone (iOS) or HarmonyOS? {1}',
  '苹果（iOS）': 'iPhone (iOS)',
  '您现在用的这台看着是{1}，也用它扫码的话，点“{2}”就行。':
    'The device you are using now looks like {1}; if you also scan with it, press “{2}”.',
  '在手机的“设置 > 关于手机”里看“Android 版本”。MIUI、ColorOS、OriginOS 等后面的数字是厂商系统的版本，不是它。':
    'Look at “Android 版本” (Android version) in “设置 > 关于手机” (Settings > About phone). The numbers after MIUI, ColorOS, OriginOS and the like are versions of the maker’s system, not this one.',
  '5.0 及以上': '5.0 or newer',
  '4.4 及以下': '4.4 or older',
  '安卓版本是多少？直接发版本号也可以，比如 8.1。':
    'Which Android version is it? You can also send the number itself, such as 8.1.',
  检查手机系统能不能用: 'Check whether the phone’s system will do',
  '您的手机是安卓 5.0 以下的版本。': 'Your phone has an Android older than 5.0.',
  '您的手机是安卓 {osVersion}，低于 5.0。': 'Your phone has Android {osVersion}, older than 5.0.',
  '安卓 5.0 以下的版本（不含 5.0）不支持在阿里云APP上做备案操作。请换一部安卓 5.0 及以上的手机，或换用 iPhone 来扫码（iOS 支持效果更好，推荐使用）。':
    'Android older than 5.0 does not support filing in the Alibaba Cloud app (5.0 itself does). Please use a phone with Android 5.0 or newer, or scan with an iPhone (iOS works better and is recommended).',
  '您的手机是安卓 5.0 及以上的版本。': 'Your phone has Android 5.0 or newer.',
  '您的手机是安卓 {osVersion}。': 'Your phone has Android {osVersion}.',
  '不支持的只有 5.0 以下的版本，5.0 本身是支持的，所以这部手机可以用。如果还是不行，请接着看阿里云APP是不是最新版本；手边有 iPhone 的，也可以换它试试（iOS 支持效果更好）。':
    'Only versions older than 5.0 are not supported; 5.0 itself is, so this phone will do. If it still does not work, see next whether the Alibaba Cloud app is the newest version; if you have an iPhone at hand, you can also try that (iOS works better).',
  '您用的是苹果的 iOS 系统。': 'You use an iPhone with iOS.',
  '您用的是苹果的 iOS {osVersion}。': 'You use an iPhone with iOS {osVersion}.',
  '可以用，“不低于 5.0”只针对安卓。iOS 支持效果更好，也是推荐使用的系统。':
    'It will do: “not older than 5.0” is about Android only. iOS works better and is the recommended system.',
  '您的手机是鸿蒙系统。': 'Your phone has HarmonyOS.',
  '您的手机是鸿蒙 {osVersion}。': 'Your phone has HarmonyOS {osVersion}.',
  '官方说明只写了安卓和 iOS，没有写鸿蒙能不能用，我不能替它下结论。您可以先扫码试一试；不行的话，换用 iPhone（推荐）或安卓 5.0 及以上的手机，也可以找人工客服。':
    'The official text only speaks of Android and iOS and does not say whether HarmonyOS will do, so I cannot decide that. You can try scanning first; if it does not work, use an iPhone (recommended) or a phone with Android 5.0 or newer, or press “Agent”.',
  '还不知道手机是什么系统。': 'I do not know yet which system the phone has.',
  '系统版本是 {osVersion}，还不知道是哪种系统。':
    'The system version is {osVersion}; I do not know yet which system it is.',
  '您的手机是安卓，还不知道版本。': 'Your phone has Android; I do not know the version yet.',
  '{WHICH_VERSION}不低于 5.0 就可以用，5.0 以下不支持。':
    '{WHICH_VERSION}From 5.0 on it will do; older than 5.0 is not supported.',
  '已是最新，没有更新': 'It is the newest, no update',
  '有更新，不是最新版本': 'There is an update, not the newest',
  列表里没有阿里云APP: 'The Alibaba Cloud app is not in the list',
  列表里有阿里云APP: 'The Alibaba Cloud app is in the list',
  '请打开 App Store，单击“更新”：更新列表里有没有阿里云APP？':
    'Please open the App Store and tap “更新” (Updates): is the Alibaba Cloud app (阿里云) in the list of updates?',
  '请打开阿里云APP，单击“我的 > 设置”：“检查更新”里显示什么？':
    'Please open the Alibaba Cloud app (阿里云) and tap “我的 > 设置” (Me > Settings): what does “检查更新” (Check for updates) show?',
  '阿里云APP的“检查更新”里显示什么？（苹果手机看 App Store 的更新列表）':
    'What does “检查更新” (Check for updates) show in the Alibaba Cloud app (阿里云)? (On an iPhone, look at the list of updates in the App Store.)',
  '在手机的 App Store 中单击“更新”，看更新列表里有没有阿里云APP：有，就需要更新；没有，说明已经是最新版本。':
    'tap “更新” (Updates) in the App Store on the phone and see whether the Alibaba Cloud app (阿里云) is in the list of updates: if it is, it needs an update; if not, it is the newest version.',
  '登录阿里云APP，单击“我的 > 设置”，在“检查更新”里看：提示已是最新的，无需更新；提示非最新版本的，请升级。':
    'sign in to the Alibaba Cloud app (阿里云), tap “我的 > 设置” (Me > Settings) and look at “检查更新” (Check for updates): if it says that it is the newest, no update is needed; if it says that it is not the newest version, please update.',
  '苹果手机：{ios}': 'iPhone: {ios}',
  '安卓手机：{android}': 'Android phone: {android}',
  检查阿里云APP是不是最新: 'Check whether the Alibaba Cloud app is the newest',
  '您的阿里云APP是 {appVersion}，最新版本是 {newest}。':
    'Your Alibaba Cloud app is {appVersion}; the newest version is {newest}.',
  '更新后或仍然显示已是最新时，请告诉我，我帮您转人工客服。':
    'After updating, or if it still says that it is the newest, please tell me; I pass you on to an agent.',
  '更新好以后请再试一次。': 'After updating, please try again.',
  '您的阿里云APP还不是最新版本。': 'Your Alibaba Cloud app is not the newest version yet.',
  '请在手机的 App Store 中单击“更新”，在更新列表里找到阿里云APP，更新它。':
    'Please tap “更新” (Updates) in the App Store on the phone, find the Alibaba Cloud app (阿里云) in the list of updates, and update it.',
  '请登录阿里云APP，单击“我的 > 设置”，在“检查更新”里升级至最新版本。':
    'Please sign in to the Alibaba Cloud app (阿里云), tap “我的 > 设置” (Me > Settings), and update to the newest version in “检查更新” (Check for updates).',
  '请把阿里云APP升级至最新版本。官方说明只写了 iOS 和安卓的更新步骤，没有写鸿蒙的。':
    'Please update the Alibaba Cloud app (阿里云) to the newest version. The official text only has the steps for iOS and Android, none for HarmonyOS.',
  '请把阿里云APP升级至最新版本。': 'Please update the Alibaba Cloud app (阿里云) to the newest version.',
  您的阿里云APP已经是最新版本: 'Your Alibaba Cloud app is the newest version',
  '您的阿里云APP是 {appVersion}，已经是最新版本': 'Your Alibaba Cloud app is {appVersion}, which is the newest version',
  '无需再更新。{1}': 'No update is needed. {1}',
  '最新版本仍无法解决的，请通过智能在线咨询阿里云售后。':
    'If the newest version does not solve it, please ask Alibaba Cloud’s after-sales service in “智能在线咨询” (Online Consulting).',
  '最新版本仍然扫不进去时怎么办，这一条没有写。':
    'This entry does not say what to do when scanning still fails with the newest version.',
  '还不知道阿里云APP是不是最新版本。': 'I do not know yet whether the Alibaba Cloud app is the newest version.',
  '官方说明只写了 iOS 和安卓的查看方法，没有写鸿蒙的。看到的提示可以发给我，也可以转人工客服。':
    'The official text only says how to look on iOS and Android, not on HarmonyOS. You can send me the message you see, or press “Agent”.',
  '请{1}': 'Please {1}',
  '手机现在连的是 WIFI 还是流量？': 'Is the phone on Wi-Fi or on mobile data now?',
  '连的是 WIFI': 'It is on Wi-Fi',
  '用的是流量（4G/5G）': 'It uses mobile data (4G/5G)',
  两种都试过了: 'I have tried both',
  '看手机屏幕最上面：有扇形的 WIFI 图标，连的就是 WIFI；没有它，写着 4G 或 5G 的，就是流量。':
    'Look at the top of the phone’s screen: with the fan-shaped Wi-Fi sign it is on Wi-Fi; without it, and with 4G or 5G, it is mobile data.',
  换个网络再传: 'Upload over another network',
  '官方说明的原话：“建议您切换网络环境后再上传，可以将WIFI切换成4G或者4G切换成WIFI。”':
    'In the words of the official text: “建议您切换网络环境后再上传，可以将WIFI切换成4G或者4G切换成WIFI。” (Switch to another network before uploading: from Wi-Fi to 4G, or from 4G to Wi-Fi.)',
  '在手机“设置”里关掉 WIFI，打开移动数据（4G/5G；苹果手机叫“蜂窝数据”）。':
    'In “设置” (Settings) of the phone, turn off Wi-Fi and turn on mobile data (4G/5G; on an iPhone “蜂窝数据”, Cellular).',
  '在手机“设置”里打开 WIFI，连上一个能用的网络。':
    'In “设置” (Settings) of the phone, turn on Wi-Fi and connect to a network that works.',
  '网络换好以后，在阿里云APP里重新上传域名证书。':
    'With the other network on, upload the domain certificate again in the Alibaba Cloud app.',
  '请从 WIFI 换成移动数据再传：': 'Please go from Wi-Fi to mobile data and upload again:',
  '请从流量换成 WIFI 再传：': 'Please go from mobile data to Wi-Fi and upload again:',
  '请换个网络再传：': 'Please go to another network and upload again:',
  '现在连着 WIFI 的：{TO_MOBILE}': 'On Wi-Fi now: {TO_MOBILE}',
  '现在用流量的：{TO_WIFI}': 'On mobile data now: {TO_WIFI}',
  'WIFI 和流量都换过了，域名证书还是一直“上传中”。':
    'Both Wi-Fi and mobile data were tried, and the domain certificate still stays at “上传中” (uploading).',
  '官方说明在这一条里只写了切换网络环境后再上传，没有写别的办法。':
    'For this case the official text only says to switch the network before uploading, and nothing else.',
  '建议（本助手的经验，不是官方要求），还没试过的可以试试：{1}。':
    'Suggestions (this assistant’s own experience, not an official rule); what you have not tried yet may help: {1}.',
};
