/** Provinces, and the checklist of materials. */
export const filing: Readonly<Record<string, string>> = {
  北京: 'Beijing (北京)',
  天津: 'Tianjin (天津)',
  河北: 'Hebei (河北)',
  山西: 'Shanxi (山西)',
  内蒙古: 'Inner Mongolia (内蒙古)',
  辽宁: 'Liaoning (辽宁)',
  吉林: 'Jilin (吉林)',
  黑龙江: 'Heilongjiang (黑龙江)',
  上海: 'Shanghai (上海)',
  江苏: 'Jiangsu (江苏)',
  浙江: 'Zhejiang (浙江)',
  安徽: 'Anhui (安徽)',
  福建: 'Fujian (福建)',
  江西: 'Jiangxi (江西)',
  山东: 'Shandong (山东)',
  河南: 'Henan (河南)',
  湖北: 'Hubei (湖北)',
  湖南: 'Hunan (湖南)',
  广东: 'Guangdong (广东)',
  广西: 'Guangxi (广西)',
  海南: 'Hainan (海南)',
  重庆: 'Chongqing (重庆)',
  四川: 'Sichuan (四川)',
  贵州: 'Guizhou (贵州)',
  云南: 'Yunnan (云南)',
  西藏: 'Tibet (西藏)',
  陕西: 'Shaanxi (陕西)',
  甘肃: 'Gansu (甘肃)',
  青海: 'Qinghai (青海)',
  宁夏: 'Ningxia (宁夏)',
  新疆: 'Xinjiang (新疆)',
  台湾: 'Taiwan (台湾)',
  香港: 'Hong Kong (香港)',
  澳门: 'Macao (澳门)',
  '要求主体负责人必须为法定代表人的，官方说明（{date} 更新）列出了 {length} 个省、自治区、直辖市：':
    'The official text (updated {date}) lists {length} provinces, autonomous regions and municipalities that require the head of the filing party (主体负责人) to be the legal representative:',
  '没有列出的，不等于不要求：请在“{link}”里单击对应省份的链接查看。':
    'Not being listed does not mean not being required: please tap the link of the province in “{link}” (Filing rules by region).',
  '单位请看营业执照上的“住所”：住所在哪个省，备案主体就在哪个省。':
    'For a unit, look at “住所” (address) on the business licence: the province it is in is the province of the filing party.',
  '备案主体（单位或个人）在哪个省、自治区或直辖市？':
    'In which province, autonomous region or municipality is the filing party (a unit or a person)?',
  查查所在省份的负责人要求: 'See what the province requires of the head',
  '请确保填写的主办单位负责人信息为法定代表人的信息，并上传法定代表人的证件资料。':
    'Please make sure that what is filled in for the head of the filing party (主办单位负责人) is that of the legal representative, and upload the documents of the legal representative.',
  '请确保填写的主办单位负责人信息与上传的证件资料严格一致。如信息无误，建议您多次尝试提交资料。':
    'Please make sure that what is filled in for the head of the filing party (主办单位负责人) is exactly what the uploaded documents say. If everything is right, try submitting the materials several times.',
  '按官方说明，{province}要求主体负责人必须为法定代表人。':
    'According to the official text, {province} requires the head of the filing party (主体负责人) to be the legal representative.',
  '《{title}》（{date} 更新）里写着：“{4}”': '“{title}” (updated {date}) says: “{4}”',
  '现在的规则，可以在“{link}”里单击{province}的链接核对。':
    'To check today’s rule, tap the link of {province} in “{link}” (Filing rules by region).',
  '《{title}》（{date} 更新）列出的 {length} 个省、自治区、直辖市里没有{province}。没有列出，不等于不要求。':
    '“{title}” (updated {date}) lists {length} provinces, autonomous regions and municipalities, and {province} is not among them. Not being listed does not mean not being required.',
  '里面写着：“{5}”': 'It says: “{5}”',
  '请在“{link}”里单击{province}的链接，看主体负责人是否必须为法定代表人：':
    'Please tap the link of {province} in “{link}” (Filing rules by region) and see whether the head of the filing party (主体负责人) must be the legal representative:',
  '要求的：{USE_LEGAL}': 'If required: {USE_LEGAL}',
  '未要求的：{USE_SAME}': 'If not required: {USE_SAME}',
  '《{title}》（{date} 更新）没有列出{province}。《{4}》（{5} 更新）里写着：“{sentence}”':
    '“{title}” (updated {date}) does not list {province}. “{4}” (updated {5}) says: “{sentence}”',
  '请在“{link}”里单击{province}的链接核对。':
    'Please check it at the link of {province} in “{link}” (Filing rules by region).',
  '还不知道备案主体在哪个省份。': 'I do not know yet in which province the filing party is.',
  '基本资料有三样：主体负责人证件、网站负责人证件、主办单位证件。上传资料页面上，哪些已经有图片了？':
    'There are three basic materials: the documents of the head of the filing party (主体负责人证件), of the head of the site (网站负责人证件), and of the filing party (主办单位证件). On the upload page, which of them have pictures already?',
  '请用阿里云APP扫描PC端“上传资料”页面的二维码，进入上传资料页面，一样一样往下看：有图片的是传了，没有图片的是还没传。':
    'Please scan the QR code of the upload page (“上传资料”) on the computer with the Alibaba Cloud app, and go down the upload page one by one: what has a picture is uploaded, what has none is not.',
  '主体负责人和网站负责人，填的是同一个人吗？':
    'Is the same person filled in as head of the filing party (主体负责人) and as head of the site (网站负责人)?',
  是同一个人: 'The same person',
  不是同一个人: 'Not the same person',
  '请看PC端填写的备案信息：主体负责人和网站负责人的姓名一样，就是同一个人。':
    'Please look at the filing details filled in on the computer: if both heads have the same name, it is the same person.',
  '这次是单位备案，还是个人备案？': 'Is this the filing of a unit, or of a person?',
  单位备案: 'Of a unit',
  个人备案: 'Of a person',
  '请看PC端填写的备案信息：主办单位写的是单位名称的，是单位备案；写的是您自己姓名的，是个人备案。':
    'Please look at the filing details filled in on the computer: if the filing party (主办单位) has the name of a unit, it is the filing of a unit; if it has your own name, it is that of a person.',
  看看还缺哪些资料: 'See which materials are missing',
  主体负责人证件: 'documents of the head of the filing party (主体负责人证件)',
  网站负责人证件: 'documents of the head of the site (网站负责人证件)',
  主办单位证件: 'documents of the filing party (主办单位证件)',
  '用阿里云APP重新扫描PC端“上传资料”页面的二维码，重新上传一次资料':
    'scan the QR code of the upload page (“上传资料”) on the computer again with the Alibaba Cloud app, and upload the materials once more',
  '两位负责人是同一个人，证件也要在两个位置各传一次，只传一次会提示资料不完整。':
    'Both heads are the same person, and the document still has to be uploaded once in each of the two places; uploaded only once, the materials count as incomplete.',
  '{BOTH_PLACES}请先看看两个位置是不是都有图片。': '{BOTH_PLACES}Please see first whether both places have a picture.',
  '三样基本资料都传了。': 'All three basic materials are uploaded.',
  '{twice}系统还提示资料不完整的，请看页面上还有没有别的空位置，页面显示的都要传；然后{AGAIN}。':
    '{twice}If the system still says that materials are incomplete, please see whether the page has other empty places: everything it shows has to be uploaded. Then {AGAIN}.',
  '还差{document}。': 'Missing: {document}.',
  '这个位置也要再传一次。': 'This place, too, has to be uploaded.',
  '证件在{head}本人手里，页面上要几张，就传几张。{twice}':
    'The documents are with the {head}; upload as many as the page asks for. {twice}',
  '您是个人备案，这里传您本人的证件；要传哪一种，以页面显示的为准，官方说明没有单独写个人备案。':
    'This is the filing of a person, so your own document goes here; which one is shown on the page. The official text says nothing of its own about filings of persons.',
  '证件在单位保管证件的人手里，页面上要几张，就传几张。':
    'The documents are with whoever keeps them in the unit; upload as many as the page asks for.',
  '单位备案的，证件在单位保管证件的人手里；个人备案的，传您本人的证件，以页面显示的为准。':
    'For a unit, the documents are with whoever keeps them there; for a person, upload your own document, as the page shows.',
  三样: 'All three',
  这一样: 'This one',
  这几样: 'These',
  '{count}补上以后，请{AGAIN}。': '{count} uploaded? Then please {AGAIN}.',
  '手持证件照片、授权书等辅助资料，按您的备案场景和管局要求选择性上传：请看上传资料页面上列了哪些。':
    'Supporting materials, such as a photo of the person holding the document (手持证件照片) or a letter of authorization (授权书), are uploaded as your kind of filing and the administration require: please see what the upload page lists.',
  '要传却没有位置的，可以用制图工具，把辅助资料的照片和备案主体证件拼成一张图片再上传。':
    'If something has to be uploaded and has no place, use a drawing tool to join the photo of the supporting material and the document of the filing party into one picture, and upload that.',
  都传了: 'All uploaded',
  都没有: 'None',
  '只差{missing}': 'Only missing: {missing}',
  '只传了{one}': 'Only uploaded: {one}',
  '原文列了 19 处，其中湖北写了两遍，实为 18 个。':
    'The source lists 19 places, of which Hubei (湖北) stands twice; there are 18.',
};
