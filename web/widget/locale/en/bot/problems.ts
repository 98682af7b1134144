/** What the service says where it cannot do what was asked of it. */
export const problems: Readonly<Record<string, string>> = {
  '请求里的内容不对，请检查后再发。': 'Something in what was sent is wrong. Please check it and send it again.',
  '请求里的 {place} 不对，请检查后再发。': 'In what was sent, {place} is wrong. Please check it and send it again.',
  '请求的内容不是有效的 JSON，请检查后再发。': 'What was sent is no valid JSON. Please check it and send it again.',
  '请求的内容没有收完整，请再发一次。': 'What was sent did not arrive completely. Please send it again.',
  '内容太长了，一次最多 64 kB。请删减或分成几条再发。':
    'This is too long: 64 kB at a time at most. Please shorten it or send it in parts.',
  '地址写得不对，请检查其中的百分号编码。': 'The address is not right. Please check its percent encoding.',
  '没有这个地址，请检查是否写对。': 'There is no such address. Please check it.',
  '处理的时间太长了。您的问题还在，请过几秒再试。':
    'This took too long. Your question is still here; please try again in a few seconds.',
  '这次是我们这边出错了。您的问题还在，请再试一次，或者转人工。':
    'Something went wrong on our side. Your question is still here; please try again, or press “Agent”.',
  '我们这边的数据库暂时连不上，这次没有办成。请过几秒再试一次。':
    'Our database cannot be reached just now, so this did not work. Please try again in a few seconds.',
  '我们这边现在太忙，这次没有办成。请过几秒再试一次。':
    'We are too busy just now, so this did not work. Please try again in a few seconds.',
  '我们这边的存储空间满了，这次没有保存下来。请稍后再试一次。':
    'Our storage is full, so this was not kept. Please try again later.',
  '请求发得太慢了，请检查网络后再试。': 'The request came too slowly. Please check the network and try again.',
  '请先写下您的问题，内容不能是空的。': 'Please write your question first; it cannot be empty.',
  '您写了 {length} 个字，一条最多 {MOST} 个字。请删减，或者分成几条再发。':
    'You wrote {length} characters; a message has {MOST} at most. Please shorten it, or send it in parts.',
  '这个对话打不开：凭证不对，或者对话已经删除。请开始一个新的对话。':
    'This conversation cannot be opened: its key is wrong, or it was deleted. Please start a new one.',
  '服务正在启动，请过几秒再试。': 'The service is starting. Please try again in a few seconds.',
  '情况卡上没有能改的“{key}”。': 'There is no “{key}” on the card that can be changed.',
  '“{said}”我没看懂，请换个写法，例如“安卓”“12.0”“广东”。':
    'I did not understand “{said}”. Please write it otherwise, such as “android”, “12.0” or “广东”.',
  '这个对话在太多页面里打开了，请先关掉几个。': 'This conversation is open on too many pages. Please close some first.',
  '这张图片不在了：图片最多保存 7 天。需要的话，请再发一次。':
    'This picture is gone: pictures are kept for 7 days at most. Please send it again if it is needed.',
  '{fieldname} 写了两遍，请只写一遍。': '{fieldname} was given twice. Please give it once.',
  '图片请放在 picture 字段里，一张一个。': 'Pictures belong in fields named picture, one each.',
  '图片没有收完整，或者表单写得不对。请再发一次。':
    'The picture did not arrive completely, or the form is not right. Please send it again.',
  '一次发的内容太多了：最多 4 张图片，每张不超过 20 MB。请分几次发。':
    'This is too much at a time: 4 pictures at most, each up to 20 MB. Please send them one after the other.',
  '一次最多发 4 张图片。请先发 4 张，其余的下一次发。':
    'Up to 4 pictures at a time. Please send 4 first and the rest next.',
  '有一张图片超过 20 MB，收不下。请在手机相册里裁剪一下，或者重新拍一张，再发一次。':
    'One picture is over 20 MB, which is too much. Please crop it in the phone’s album, or take it again, and send that.',
  '现在发图片的人太多，暂时收不下。请过几秒再发一次。':
    'Too many people are sending pictures right now. Please send it again in a few seconds.',
  '您发得太快了，请等 {seconds} 秒再发。': 'A little too fast: please wait {seconds} s before the next one.',
  '这个二维码已经用过或者过期了，请在电脑上再打开一次。':
    'This code was used or is over. Please open it again on the computer.',
  '请留下 3 到 200 个字的联系方式，例如手机号或邮箱。':
    'Please leave a way to reach you of 3 to 200 characters, such as a phone number or e-mail.',
  '这个对话不存在，可能已被删除。请重新打开页面开始新的对话。':
    'There is no such conversation; it may have been deleted. Please open the page again to start a new one.',
  '这个对话正在别处处理。请稍等几秒再发一次。':
    'This conversation is being worked on elsewhere. Please send it again in a few seconds.',
};
