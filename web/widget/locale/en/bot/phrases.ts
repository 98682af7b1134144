/** What the bot says in a conversation. */
export const phrases: Readonly<Record<string, string>> = {
  '您好，我是备案助手，熟悉在阿里云APP上传备案资料和真实性核验时遇到的问题。阿里云APP核验支持一次性完成备案资料上传和网站负责人真实性核验。':
    'Hello, I am the filing assistant. I know the problems people meet when they upload ICP filing materials and pass real-person verification in the Alibaba Cloud app (阿里云APP). The app does both in one go: the materials of the filing and the verification of the head of the site (网站负责人).',
  '请选一个主题，或者直接说说您遇到的情况。': 'Please choose a topic, or just describe what happens.',
  转人工: 'Agent',
  等人工: 'Wait for an agent',
  留言: 'Leave a message',
  继续问机器人: 'Ask the bot meanwhile',
  还是不行: 'Still not working',
  解决了: 'Solved',
  都不是: 'None of these',
  不留了: 'No message after all',
  不知道: 'I don’t know',
  先不用: 'Not now',
  删除我的数据: 'Delete my data',
  '我没找到能回答这个问题的条目。我只熟悉备案资料上传和真实性核验。您可以选一个主题，或者转人工。':
    'I found no entry that answers this question. I only know about uploading filing materials and real-person verification. You can choose a topic, or press “Agent”.',
  '您问的另一件事，我没找到能回答的条目，可以转人工问客服。':
    'For the other thing you asked I found no entry; you can press “Agent” and ask an agent.',
  '那就不是这几种情况。请把页面上的提示原样发给我，或者选一个主题，也可以转人工。':
    'Then it is none of these cases. Please send me the message on the page as it stands, or choose a topic, or press “Agent”.',
  '这有几种情况，处理办法不一样。您在页面上看到的是哪一种？':
    'There are several cases, each handled in its own way. Which one do you see on the page?',
  '不确定也没关系。请看一眼手机上的提示，把那行字原样发给我；没有提示，就说说刚才点了什么、停在哪一步。':
    'Not being sure is fine. Please look at the message on the phone and send me that line as it stands; if there is none, tell me what you pressed last and at which step it stopped.',
  '请说说您遇到的情况：停在哪一步，页面上显示什么提示。也可以选一个主题。':
    'Please tell me what happens: at which step it stops, and what the page says. You can also choose a topic.',
  '记下了：{what}。': 'Noted: {what}.',
  '这份 FAQ 没有给这些角色下定义，只写了他们各自要做的事：':
    'The FAQ does not define these roles; it only says what each of them has to do:',
  '负责人有两位：主体负责人（主办单位负责人）和网站负责人，要做的事不一样。您问的是哪一位？':
    'There are two heads: the head of the filing party (主体负责人, also 主办单位负责人) and the head of the site (网站负责人). They have different things to do. Which one do you mean?',
  '您现在遇到的是哪一件？': 'Which of these is it for you now?',
  '记下了：{what}。请说说现在停在哪一步，页面上显示什么提示。':
    'Noted: {what}. Please tell me at which step it stops now, and what the page says.',
  '{evidence}系统版本够用，接着看阿里云APP是不是最新版本：':
    '{evidence}The system is new enough. Next, see whether the Alibaba Cloud app is the newest version:',
  同意: 'I agree',
  不同意: 'I do not agree',
  帮我改好: 'Fix it for me',
  只留证件: 'Keep only the document',
  拼成一张: 'Join into one picture',
  上下放: 'One above the other',
  左右放: 'Side by side',
  '看图片之前，先请您同意：图片只用来检查是否符合上传要求；加密保存，最多 7 天自动删除；只有处理您问题的客服能看到。不同意也可以用文字说。':
    'Before I look at pictures, please agree: they are used only to check whether they meet the upload requirements; they are stored encrypted and deleted after 7 days at the latest; only the agent who handles your question can see them. If you do not agree, you can describe it in words.',
  '刚才的图片已经不在了，请再发一次。': 'The picture is no longer here. Please send it once more.',
  '好的，图片没有查看，也没有保存。您可以用文字说说页面上的提示。':
    'All right, the picture was neither looked at nor kept. You can tell me in words what the page says.',
  '现在看图片的人多，这张还没有看。请过一会儿再发一次。':
    'Many pictures are being looked at right now, and this one has not been yet. Please send it again in a while.',
  '这张图片看得太久，没有看完。请换一张小一些的 JPG 再发。':
    'Looking at this picture took too long and was not finished. Please send a smaller JPG.',
  '这是{what}，没有发现问题，可以上传。文件是 {file}，符合要求：支持 jpg、jpeg、png、gif，小于 4MB。':
    'This is: {what}. Nothing wrong was found; it can be uploaded. The file is {file}, which meets the rules: jpg, jpeg, png or gif, less than 4 MB.',
  '读到的有效期限到 {day} 为止，还没有过期。': 'The validity I read runs until {day}; it has not expired.',
  '读到的有效期限是长期。': 'The validity I read is long-term.',
  '正面和反面在画面里差不多大，相差不到 10%；正反面的比例要求是 1:1。':
    'Front and back are about the same size in the pictures, less than 10% apart; the required ratio of the two sides is 1:1.',
  '还是刚才的结果：可以上传，没有发现问题，格式和大小也符合要求（jpg、jpeg、png、gif，小于 4MB）。':
    'The result is the same as before: it can be uploaded, nothing wrong was found, and format and size meet the rules, too (jpg, jpeg, png, gif, less than 4 MB).',
  '还是刚才的结果，这样处理：': 'The result is the same as before. What to do:',
  '文件是 {file}。': 'The file is {file}.',
  '可以直接点下面的按钮：': 'You can simply press a button below:',
  '身份证的哪一面？有照片的是正面，有“有效期限”的是反面。':
    'Which side of the identity card? The side with the photo is the front; the side with the validity (“有效期限”) is the back.',
  '我不修饰画面，模糊、反光、太暗的弄不清楚，修过的图也不再是原件的样子。请重新拍一张，让每个字都清楚。':
    'I do not retouch pictures: what is blurred, reflecting or too dark cannot be made clear, and a retouched picture no longer looks like the original. Please take it again so that every character is clear.',
  '这张证件没有拍全，裁剪补不回缺的部分。请重新拍，让四条边都在画面里。':
    'The document is not complete in this picture, and cropping cannot bring back what is missing. Please take it again with all four edges in the frame.',
  '图片加密保存，最多 7 天自动删除，只有处理您问题的客服能看到。想现在就删，发“撤回同意”；连对话一起删，发“删除我的数据”。':
    'Pictures are stored encrypted and deleted after 7 days at the latest; only the agent who handles your question can see them. To delete them now, send “Withdraw consent”; to delete the conversation as well, choose “Delete my data” in the menu.',
  '这张和之前发的是同一张图片，结果没有变。':
    'This is the same picture as one you sent before; the result has not changed.',
  '这张和之前发的几乎一样，结果没有变。':
    'This is nearly the same picture as one you sent before; the result has not changed.',
  '这张和之前发的几乎一样，结果有变化。':
    'This is nearly the same picture as one you sent before; the result has changed.',
  '图里写着“{line}”。': 'The picture says “{line}”.',
  '图里看到：{told}。': 'I see in the picture: {told}.',
  '图里的页面我不认识，读到的文字是：{lines}。您问的这件事，是这样：':
    'I do not know the page in the picture. The text I read: {lines}. On what you asked:',
  '这个页面我不认识，读到的文字是：{lines}。最接近的是这一条：':
    'I do not know this page. The text I read: {lines}. The closest entry is this one:',
  '这个页面我不认识。读到的文字是：{lines}': 'I do not know this page. The text I read: {lines}',
  '请说说停在哪一步；想找客服，可以点“转人工”。':
    'Please tell me at which step it stops; to reach an agent, press “Agent”.',
  '这张图里没有读到文字。请把提示的那行字发给我，或者换一张清楚的截图。想找客服，可以点“转人工”。':
    'I read no text in this picture. Please send me the message in words, or a clearer screenshot. To reach an agent, press “Agent”.',
  '图里有几种提示，您要解决的是哪一种？': 'There are several messages in the picture. Which one do you want to solve?',
  '改好了，请下载（JPG，小于 3.8MB，方向已摆正，没有修饰画面）：':
    'Fixed. Please download it (JPG, less than 3.8 MB, upright, not retouched):',
  '裁好了，只留下证件部分，请下载：': 'Cropped to the document only. Please download it:',
  '拼好了，请下载（小于 3.8MB）。两张上下放、左右放都可以，需要换就告诉我。':
    'Joined. Please download it (less than 3.8 MB). The two can stand one above the other or side by side; tell me if you want it the other way.',
  '拼成一张需要两张图片。请把辅助资料的照片和证件一起发过来。':
    'Joining needs two pictures. Please send the photo of the supporting material together with the document.',
  '这张图片我打不开，改不了。请用手机重新拍一张，存成 JPG。':
    'I cannot open this picture, so I cannot fix it. Please take it again with the phone and save it as JPG.',
  '那张证件按要求不能用，也没有别的可以换，这要请人来看。要我把情况转给人工客服吗？':
    'By the rules that document cannot be used, and you have no other; a person has to look at this. Shall I pass it on to an agent?',
  '没有找到可以改的图片：图片最多保存 7 天。请再发一次。':
    'There is no picture to fix: pictures are kept for 7 days at most. Please send it again.',
  '要我把情况转给人工客服吗？': 'Shall I pass this on to an agent?',
  '要我把情况转给人工客服吗？我已替您整理：{told}。': 'Shall I pass this on to an agent? I have put together: {told}.',
  '好的，先不转。弄的时候看到什么提示，请把它原样发给我；想找客服时，随时可以点“转人工”。':
    'All right, not for now. Whatever message you see on the way, please send it to me as it stands; to reach an agent, press “Agent” at any time.',
  '好的。您先按上面的办法来，有新的提示再告诉我。':
    'All right. Please go on as described above, and tell me about any new message.',
  '人脸核验多次没有通过，需要人工帮忙。': 'Face verification has failed several times; a person is needed.',
  '按步骤排查后仍没有解决，需要人工帮忙。': 'All steps were tried and it is not solved; a person is needed.',
  '连着两次没有找到答案，需要人工帮忙。': 'No answer was found twice in a row; a person is needed.',
  '图片改不成合格的样子，需要人工帮忙。': 'The picture cannot be made to meet the rules; a person is needed.',
  '有意见要向客服反映。': 'There is a complaint for the agents.',
  '处理消息时出了故障，需要人工帮忙。': 'A message could not be processed because of a fault; a person is needed.',
  '这句我没看懂。': 'I did not understand that.',
  '看好了再告诉我，点下面的按钮也可以：': 'Tell me when you have looked, or press a button below:',
  '那我们来看看您的情况。': 'Then let us look at your case.',
  '这一步我没能看懂，不耽误您。': 'I could not make out the answer to this step, and will not keep you.',
  '您问了{1}件事，我分开说。': 'You asked {1} things; I answer them one by one.',
  两: 'two',
  '我再说一遍：': 'Once more:',
  '我拆成几步说：': 'Step by step:',
  '卡在哪一步，回我“第几步”就行。': 'If you are stuck at one, reply with its number, such as “第2步” for step 2.',
  '这一条一共 {count} 步：': 'This entry has {count} steps:',
  '上面就是这一条的全部办法。做完还是不行，请回“还是不行”；页面出现别的提示，请原样发给我。':
    'That is all this entry says to do. If it still does not work, press “Still not working”; if the page shows another message, please send it to me as it stands.',
  '这一条不分手机，办法是一样的：': 'This entry is the same for every phone:',
  '这份 FAQ 只写了 iOS 和安卓，没有写鸿蒙，我不能确定鸿蒙是否一样。原文是这样写的：':
    'The FAQ only speaks of iOS and Android, not of HarmonyOS, so I cannot be sure that HarmonyOS is the same. It says:',
  '这份 FAQ 没有写进一步的办法。现在看到的提示，可以原样发给我。':
    'The FAQ does not say what comes next. You can send me the message you see now, as it stands.',
  '1:1 说的是正反面拍得一样大：相同的背景和光照，镜头离证件差不多远。不是要裁成正方形。':
    '1:1 means that front and back are photographed equally large: the same background and light, the lens about as far away. It does not mean cropping to a square.',
  '两个身份是同一个人的，证件也要在两个位置各传一次，只传一次会提示资料不完整。':
    'Where both roles are the same person, the document still has to be uploaded once in each of the two places; uploaded only once, the materials count as incomplete.',
  '请用阿里云APP来扫：官方说明写的是用阿里云APP扫描上传资料页面的二维码，没有写可以用别的APP扫。':
    'Please scan with the Alibaba Cloud app (阿里云APP): the official text says to scan the QR code of the upload page with it, and says of no other app that it can be used.',
  '需要客服帮您看，可以点“转人工”。': 'If you want an agent to look at it, press “Agent”.',
};
