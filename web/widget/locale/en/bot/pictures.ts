/** What is found in pictures. */
export const pictures: Readonly<Record<string, string>> = {
  '身份证正面（有照片的一面）': 'identity card, front (the side with the photo)',
  '身份证反面（有效期的一面）': 'identity card, back (the side with the validity)',
  营业执照: 'business licence (营业执照)',
  域名证书: 'domain certificate (域名证书)',
  授权书一类的文件: 'letter of authorization or the like',
  手持证件照: 'photo of the person holding the document',
  人脸: 'face',
  手机截图: 'screenshot of a phone',
  图片: 'picture',
  注意: 'Note',
  '**第 {1} 张：{2}**': '**Picture {1}: {2}**',
  '{1}，大小 {2}': '{1}, {2}',
  身份证正面: 'Identity card, front',
  身份证反面: 'Identity card, back',
  其他: 'Something else',
  '备案资料只收 jpg、jpeg、png、gif 格式的图片，每张小于 4 MB':
    'the filing only takes pictures in jpg, jpeg, png or gif, each less than 4 MB',
  '需要的话，我可以帮您转成符合要求的 JPG。': 'If you like, I can turn it into a JPG that meets the rules.',
  '收到的是空文件，0 字节。': 'The file that arrived is empty, 0 bytes.',
  '请在相册里确认能看到这张图，再重新发一次。':
    'Please make sure that you can see the picture in the album, and send it again.',
  '超过 {1} MB 的文件我也打不开。请先在相册里把它存小一些，或把相机的照片尺寸调小后重拍。':
    'Files of more than {1} MB I cannot open, either. Please save it smaller in the album, or set the camera to smaller photos and take it again.',
  '这张图的像素超过了 4000 万，打不开。': 'This picture has more than 40 million pixels and cannot be opened.',
  '请把相机的照片尺寸调到 1200 万像素左右重拍，或在相册里缩小后再发。':
    'Please set the camera to about 12 million pixels and take it again, or make it smaller in the album and send that.',
  '{1}打不开：内容不完整或已经损坏（{2}）。': '{1} that cannot be opened: it is incomplete or damaged ({2}).',
  '请在相册里确认能看到整张图，再重新发一次；还是不行就重新拍一张。':
    'Please make sure that you can see the whole picture in the album, and send it again; if that does not help, take it again.',
  '这个文件不是能认出来的图片。': 'This file is no picture that I can recognise.',
  '请在手机上拍照，或从相册里选一张图发来。{RULE}。':
    'Please take a photo with the phone, or choose a picture from the album. Note: {RULE}.',
  '这张图有 {1}，要小于 4 MB 才行。': 'This picture has {1}; it must be less than 4 MB.',
  '需要的话，我可以帮您压到 3.8 MB 以内，画面不裁不改。':
    'If you like, I can make it less than 3.8 MB, without cropping or changing the picture.',
  '{OFFER}以后拍照前，可在 iPhone 的“设置 > 相机 > 格式”里选“兼容性最佳”，拍出来就是 JPG。':
    '{OFFER}To have JPG from the start, choose “兼容性最佳” (Most Compatible) in “设置 > 相机 > 格式” (Settings > Camera > Formats) of the iPhone.',
  '请打开 PDF，把要交的那一页截图，或用手机对着原件拍照，再发给我。':
    'Please open the PDF and take a screenshot of the page to be submitted, or photograph the original with the phone, and send me that.',
  '请把里面的图片另存为 JPG，或用手机对着原件拍照，再发给我。':
    'Please save the picture inside as JPG, or photograph the original with the phone, and send me that.',
  '请先解压，再把里面的图片一张一张发给我。': 'Please unpack it first, and send me the pictures inside one by one.',
  '请截取其中清楚的一帧，或对着原件拍一张照片，再发给我。':
    'Please cut out a frame that is clear, or photograph the original, and send me that.',
  '请发图片。证件要对着原件拍照。': 'Please send a picture. Documents have to be photographed from the original.',
  '请打开它截一张图，存成 JPG 或 PNG 再发给我。':
    'Please open it, take a screenshot, save that as JPG or PNG, and send it to me.',
  '请在制图工具里另存为 JPG 再发给我。': 'Please save it as JPG in the drawing tool and send it to me.',
  '请把相机的照片格式改成 JPG 后重拍，或在相册里导出为 JPG。':
    'Please set the camera to JPG and take it again, or export it as JPG in the album.',
  '请打开它，另存为 JPG 再发给我。': 'Please open it, save it as JPG and send it to me.',
  '{OFFER}自己转也行：用电脑的“画图”打开，另存为 JPEG。':
    '{OFFER}You can also do it yourself: open it with “画图” (Paint) on a computer and save it as JPEG.',
  '，虽然文件名以 .{ending} 结尾': ', although its name ends with .{ending}',
  '这是 {1}{disguised}。{RULE}。': 'This is: {1}{disguised}. Note: {RULE}.',
  '内容是{1}，文件名却以 .{ending} 结尾，上传时可能不被接受。':
    'The content is: {1}. The file’s name ends with .{ending}, though, and may be refused on upload.',
  '请把文件名的结尾改成 .{format} 再上传；需要的话，我可以帮您存成 JPG。':
    'Please change the end of the file’s name to .{format} before uploading; if you like, I can save it as JPG.',
  '这是会动的 GIF，共 {frames} 帧，我只看了第一帧。':
    'This is an animated GIF with {frames} frames; I only looked at the first.',
  '请换一张静态的图；需要的话，我可以帮您把第一帧存成 JPG。':
    'Please use a picture that does not move; if you like, I can save the first frame as JPG.',
  '{bytes} 字节': '{bytes} bytes',
  '{mb} MB（{bytes} 字节）': '{mb} MB ({bytes} bytes)',
  '画面是手机屏幕，不是对着证件原件拍的照片。':
    'The picture shows a phone’s screen, not a photo of the original document.',
  '请对着证件原件拍一张彩色照片，官方说明要的是原件彩色拍照':
    'Please take a photo in colour of the original document: the official text asks for originals photographed in colour',
  '这张图看起来只有人脸，没有证件（把握 {sure}%）：肤色占画面的 {2}，没有读到文字。':
    'This picture seems to show only a face and no document ({sure}% sure): skin covers {2} of it, and no text was read.',
  '请不要发自拍，这张图不会保存。人脸核验请在阿里云APP里完成；要交的是手持证件照的，请让证件也在画面里。':
    'Please do not send selfies; this picture is not kept. Face verification is done in the Alibaba Cloud app; if a photo of the person holding the document is asked for, please have the document in the picture, too.',
  一行字也没有认出来: 'not one line was recognised',
  '只认出 {lines} 行，把握 {2}': 'only {lines} lines were recognised, with a confidence of {2}',
  '画面模糊得看不清文字：清晰度 {1}，{read}。': 'The picture is too blurred to read: sharpness {1}, {read}.',
  '请重新拍一张，让每个字都清楚': 'Please take it again so that every character is clear',
  '读到 {lines} 行字，没有认出这是哪种资料。': 'I read {lines} lines and could not tell what document it is.',
  '没有读到文字，认不出这是哪种资料。': 'I read no text and cannot tell what document it is.',
  '请告诉我这是什么（身份证、营业执照、域名证书、授权书……），我再按它来看':
    'Please tell me what it is (identity card, business licence, domain certificate, letter of authorization …), and I look at it as that',
  '上面写的内容我没有核对。': 'what is written on it I have not checked.',
  '没有读到{missing}，上面写的内容我没有核对。': 'I did not read {missing}; what is written on it I have not checked.',
  '画面没有发现问题，{seen}': 'Nothing wrong was found with the picture; {seen}',
  '请自己看一遍：每个字都清楚，四条边都在画面里':
    'Please look through it yourself: every character clear, all four edges in the frame',
  'JPG 图片': 'JPG picture',
  'PNG 图片': 'PNG picture',
  'GIF 图片': 'GIF picture',
  'WebP 图片': 'WebP picture',
  'AVIF 图片': 'AVIF picture',
  'HEIC 图片（苹果手机的默认格式）': 'HEIC picture (what iPhones make by default)',
  'TIFF 图片': 'TIFF picture',
  'BMP 图片': 'BMP picture',
  '相机原始格式（RAW）图片': 'picture in a camera’s raw format (RAW)',
  少见格式的图片: 'picture in an uncommon format',
  'PDF 文档': 'PDF document',
  'SVG 矢量图': 'SVG drawing',
  'Photoshop 文件（PSD）': 'Photoshop file (PSD)',
  'Office 文档': 'Office document',
  压缩包: 'archive',
  视频: 'video',
  录音: 'sound recording',
  文本文件: 'text file',
  '空文件（0 字节）': 'empty file (0 bytes)',
  认不出格式的文件: 'file of an unknown format',
  请重新拍一张: 'Please take it again',
  '有一块反光，占{1}的 {2}，盖住的字看不见。':
    'A reflection covers {2} of the {1}; the characters under it cannot be seen.',
  证件: 'document',
  画面: 'picture',
  '画面偏暗：亮度 {p95}（最亮 255，一般在 200 以上）。':
    'The picture is rather dark: brightness {p95} (255 at most, usually above 200).',
  '画面过亮：{1} 的地方已经全白，细节看不到了。':
    'The picture is too bright: {1} of it is pure white, and details are lost.',
  很模糊: 'very blurred',
  有些模糊: 'somewhat blurred',
  '画面{much}：清晰度 {2}，一般要 {3} 以上。': 'The picture is {much}: sharpness {2}, usually {3} or more is needed.',
  证件在画面里: 'The document in the picture',
  整张图: 'The whole picture',
  '太小，号码认不清': 'too small to make out the number',
  偏小: 'rather small',
  '{what}只有 {pixels} 像素长，{much}，一般要 {wanted} 以上。':
    '{what} is only {pixels} pixels long, {much}; usually {wanted} or more are needed.',
  请靠近一点重新拍: 'Please go closer and take it again',
  '画面没有颜色（色差 {colourSpread}，彩色证件一般在 50 以上），像是黑白复印件或黑白照片。':
    'The picture has no colour (colour difference {colourSpread}; documents in colour usually have more than 50) and looks like a black-and-white copy or photo.',
  正面: 'The front',
  反面: 'The back',
  '{larger}拍得大一些，是另一面的 {2} 倍；正反面的比例要求是 1:1。':
    '{larger} is photographed larger, {2} times the other side; the required ratio of the two sides is 1:1.',
  '请在相同的背景和光照下，镜头离证件差不多远，把两面重新拍一遍':
    'Please take both sides again, against the same background, in the same light, with the lens about as far away',
  域名的到期时间: 'expiry of the domain',
  有效期限: 'validity',
  '请先给域名续费，再上传新的证书': 'Please renew the domain first and then upload the new certificate',
  '请先换领新证，再用有效期内的证件上传': 'Please get a new document first and then upload the valid one',
  '读到的{what}到 {to} 为止，今天是 {today}，已经过期。':
    'The {what} I read ended on {to}; today is {today}, so it has expired.',
  '{instead}；重拍这一张没有用。（如果日期读错了，请告诉我。）':
    '{instead}; taking this one again does not help. (If I read the date wrong, please tell me.)',
  身份证: 'identity card',
  统一社会信用代码: 'unified social credit code',
  '从图里读到：{evidence}': 'Read in the picture: {evidence}',
  '请对照证件逐位看一遍：号码没错的话，多半是图上这几位不清楚，请重新拍一张；填写的号码要和证件完全一致。':
    'Please compare it with the document digit by digit: if the number is right, these digits are probably unclear in the picture, so please take it again; the number you fill in must be exactly the document’s.',
  上下颠倒了: 'upside down',
  '向{1}转了 90 度': 'turned 90 degrees to the {1}',
  右: 'right',
  左: 'left',
  '图里的文字{how}。': 'The text in the picture is {how}.',
  '请转正后再上传；需要的话，我可以帮您转正': 'Please turn it upright before uploading; if you like, I can do that',
  左边: 'left',
  右边: 'right',
  上边: 'top',
  下边: 'bottom',
  '证件的{where}没有拍全。': 'The document is cut off at: {where}.',
  '没有读到“{1}”，证件可能没有拍全或被挡住了。': 'I did not read “{1}”; the document may be incomplete or covered.',
  '请重新拍摄，把证件整个放在虚线框内': 'Please take it again with the whole document inside the dashed frame',
};
