/** Advice of our own. */
export const advice: Readonly<Record<string, string>> = {
  '建议（本助手的经验，不是官方要求）：{1}。':
    'Suggestions (this assistant’s own experience, not an official rule): {1}.',
  '摘下眼镜、帽子和口罩，露出额头和耳朵': 'take off glasses, hat and mask, and show forehead and ears',
  '光线从正面来，不要背对窗户或灯': 'have the light in front of you, not a window or lamp behind you',
  '背景尽量素净，画面里只有一个人': 'have a plain background and only one person in the picture',
  '手机举到与眼睛同高，按提示慢慢动作': 'hold the phone at the height of your eyes and move slowly as it says',
  '换网络后先退出上传页面，再重新扫码进入':
    'after changing the network, leave the upload page and scan to enter it again',
  '正在下载或看视频的，先停下来': 'stop downloads and videos first',
  '把证件平放在深色、无花纹的桌面上': 'lay the document flat on a dark, plain table',
  '关掉闪光灯，换个角度避开反光': 'turn off the flash and change the angle to avoid reflections',
  擦一下镜头: 'wipe the lens',
  '点一下屏幕上的证件对焦，手放稳再拍': 'tap the document on the screen to focus, and hold the hand still',
  到窗边或灯下再拍: 'take it at a window or under a lamp',
  别让手和手机的影子落在证件上: 'keep the shadows of hand and phone off the document',
  避开直射的阳光和灯光: 'avoid direct sunlight and lamplight',
  关掉闪光灯: 'turn off the flash',
  有塑料套的先取下来: 'take it out of its plastic cover first',
  '手机拿高一点，让四条边都在画面里': 'hold the phone higher, so that all four edges are in the frame',
  '证件平放在深色、无花纹的桌面上': 'lay the document flat on a dark, plain table',
  '靠近一点，让证件占满画面的大部分': 'go closer, so that the document fills most of the frame',
  '通过聊天软件转来的图会被压缩，尽量发原图':
    'pictures passed on by chat apps are compressed: send the original if you can',
  '手机固定在同一高度，正反两面接连拍': 'keep the phone at one height and take front and back one after the other',
};
