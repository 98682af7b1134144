/** Who is who, face verification, and people elsewhere. */
export const people: Readonly<Record<string, string>> = {
  主体负责人要刷脸吗: 'Does the head of the filing party (主体负责人) verify their face',
  网站负责人要刷脸吗: 'Does the head of the site (网站负责人) verify their face',
  主体负责人要上传证件吗: 'Does the head of the filing party (主体负责人) upload documents',
  网站负责人要上传证件吗: 'Does the head of the site (网站负责人) upload documents',
  法定代表人: 'legal representative (法定代表人)',
  主体负责人: 'head of the filing party (主体负责人)',
  网站负责人: 'head of the site (网站负责人)',
  核验者: 'person being verified (核验者)',
  '官方说明没有解释这个词，只写了列出的 18 个省、自治区、直辖市要求主体负责人必须为法定代表人（第 9 条）。':
    'The official text does not explain this term; it only says that the 18 provinces, autonomous regions and municipalities it lists require the head of the filing party to be the legal representative (entry 9).',
  '也就是系统提示里的“主办单位负责人”。能不能由法定代表人以外的人担任，要看备案所在省份的规则（第 9 条）。':
    'The same as “主办单位负责人” in the system’s messages. Whether somebody other than the legal representative can be it depends on the rule of the province of the filing (entry 9).',
  '人脸核验要由本次备案的网站负责人本人来做（第 8 条）。由谁担任，官方说明没有写。':
    'Face verification has to be done by the head of the site of this filing in person (entry 8). The official text does not say who is to be it.',
  '做真实性核验的那个人。填写的姓名、证件号码，要和他个人证件上的完全一致（第 7 条）。':
    'The person who does the real-person verification. The name and number filled in must be exactly those on their personal document (entry 7).',
  '官方说明没有写法定代表人要刷脸，写的是网站负责人本人（第 8 条）。法定代表人同时是网站负责人的，就由他本人来做。':
    'The official text does not say that the legal representative verifies their face; it says the head of the site in person (entry 8). A legal representative who is also the head of the site does it themselves.',
  '人脸核验写的是由网站负责人本人来做（第 8 条）。主体负责人在异地的，写的是由他扫码、上传身份证件并完成人脸真实性核验（第 11 条）。主体负责人在本地、又不是网站负责人的，官方说明没有单独写。':
    'Face verification is said to be done by the head of the site in person (entry 8). A head of the filing party who is elsewhere is said to scan, upload their identity document and complete the face verification (entry 11). Of a head of the filing party who is here and is not the head of the site, the official text says nothing of its own.',
  '人脸核验要由本次备案的网站负责人本人来做（第 8 条）。':
    'Face verification has to be done by the head of the site of this filing in person (entry 8).',
  '就是做核验的那个人。姓名、证件号码要和他个人证件上的完全一致（第 7 条）；人脸核验要由网站负责人本人来做（第 8 条）。':
    'The person who does the verification. Name and number must be exactly those on their personal document (entry 7); face verification has to be done by the head of the site in person (entry 8).',
  '所在省份要求主体负责人必须为法定代表人的，要上传法定代表人的证件资料（第 9 条）。':
    'Where the province requires the head of the filing party to be the legal representative, the documents of the legal representative have to be uploaded (entry 9).',
  '证件必须上传（第 10 条）。人在异地的，把“上传资料”页面的二维码发给他，由他下载阿里云APP扫码，上传身份证件（第 11 条）。':
    'Their documents must be uploaded (entry 10). If they are elsewhere, send them the QR code of the upload page (“上传资料”): they download the Alibaba Cloud app, scan it, and upload their identity document (entry 11).',
  '证件必须上传（第 10 条）。和主体负责人是同一个人的，只传一次会提示资料不完整（第 3 条）。':
    'Their documents must be uploaded (entry 10). If it is the same person as the head of the filing party, uploading only once counts as incomplete (entry 3).',
  '官方说明没有单独写核验者要传什么，只写了姓名、证件号码要和个人证件上的完全一致（第 7 条）。':
    'The official text says nothing of what the person being verified uploads, only that name and number must be exactly those on their personal document (entry 7).',
  '主体负责人是不是必须为法定代表人，看备案所在省份：请在“各地区管局备案规则”里单击对应省份的链接。':
    'Whether the head of the filing party must be the legal representative depends on the province of the filing: please tap the link of the province in “各地区管局备案规则” (Filing rules by region).',
  '主体负责人和网站负责人可以是同一个人；是同一个人的，证件也要在两个位置各传一次（第 3 条）。':
    'The head of the filing party and the head of the site may be the same person; then the document still has to be uploaded once in each of the two places (entry 3).',
  '人脸核验时，核验者要是网站负责人本人（第 8 条）。':
    'At face verification the person being verified has to be the head of the site in person (entry 8).',
  '人就在身边的，由谁的手机来传，官方说明没有写。':
    'Where everybody is present, the official text does not say on whose phone to upload.',
  是网站负责人本人: 'It is the head of the site in person',
  '正在刷脸的，是这次备案的网站负责人本人吗？':
    'Is the person at the camera the head of the site (网站负责人) of this filing in person?',
  '网站负责人是谁，可以在PC端的备案订单里看“网站负责人姓名”。刷脸的人要和它是同一个人。':
    'Who the head of the site is stands in the filing order on the computer, at “网站负责人姓名” (name of the head of the site). The person at the camera has to be the same.',
  人脸核验一步步排查: 'Go through face verification step by step',
  '刷脸的不是网站负责人本人。': 'The person at the camera is not the head of the site (网站负责人) in person.',
  '人脸核验要由本次备案的网站负责人本人来做，别人代替不了，重试也不会通过。请让本人操作；人在外地的，可以把上传资料页面的二维码发给他，用阿里云APP扫码后核验。':
    'Face verification has to be done by the head of the site of this filing in person; nobody can stand in, and trying again will not pass. Please let them do it; if they are elsewhere, send them the QR code of the upload page, and they scan it with the Alibaba Cloud app and verify.',
  '本人操作，': 'The person themselves was at the camera; ',
  '{who}人脸核验已经失败 {faceAttempts} 次。': '{who}face verification has failed {faceAttempts}×.',
  '{1}请根据系统提示操作，转为人工审核。':
    '{1}Please follow the system’s message and change to manual review (人工审核).',
  '如果刷脸的就是网站负责人本人：': 'If the person at the camera is the head of the site in person:',
  '本人操作，这一步没有问题': 'The person themselves is at the camera, so that is right',
  还不知道是不是本人操作: 'I do not know yet whether the person themselves is at the camera',
  '{who}；已经失败 {faceAttempts} 次。': '{who}; failed {faceAttempts}× so far.',
  '请在光线充足的情况下再次核验。': 'Please verify again in good light.',
  '请在光线充足的情况下，照上面的建议再核验一次。没有通过的话，回来告诉我。':
    'Please verify once more in good light, with the suggestions above. If it does not pass, come back and tell me.',
  '这段步骤要转发给谁？': 'Who are these steps to be forwarded to?',
  保管单位证件的同事: 'Colleague who keeps the unit’s documents',
  '人不在身边的，选那位负责人：主体负责人就是主办单位负责人，网站负责人是要刷脸的那位。只是单位证件不在身边的，选“保管单位证件的同事”。两位负责人的姓名都写在PC端填写的备案信息里。':
    'If a person is elsewhere, choose that head: “主体负责人” is the head of the filing party (主办单位负责人), “网站负责人” the one who verifies their face. If only the unit’s documents are elsewhere, choose the colleague who keeps them. The names of both heads stand in the filing details filled in on the computer.',
  生成可以转发的步骤: 'Make steps that can be forwarded',
  '在PC端的阿里云ICP代备案管理系统里，填写备案信息至“上传资料”环节':
    'in the Alibaba Cloud ICP filing system on the computer, fill in the filing details up to “上传资料” (upload materials)',
  '请把下一条整段转发给{who}，再附上“上传资料”页面的二维码图片。':
    'Please forward the whole next message (it is in Chinese) to the {who}, together with a picture of the QR code of the upload page (“上传资料”).',
  '二维码在哪里：{TO_UPLOAD_PAGE}，页面上就有。': 'Where the QR code is: {TO_UPLOAD_PAGE}; it is on that page.',
  '官方说明第 11 条只写了主体负责人在异地怎么做，没有单独写网站负责人。这段话用的是同样的扫码步骤；人脸核验由网站负责人本人做，写在第 8 条。':
    'Entry 11 of the official text only says what to do when the head of the filing party is elsewhere, and nothing of the head of the site. The message uses the same steps of scanning; that face verification is done by the head of the site in person stands in entry 8.',
  '请把下一条整段转发给保管单位证件的同事，不用附二维码：同事把图片发给您，由您来上传。':
    'Please forward the whole next message (it is in Chinese) to the colleague who keeps the unit’s documents; no QR code is needed: the colleague sends you the pictures, and you upload them.',
  '收到图片以后：{TO_UPLOAD_PAGE}；再用阿里云APP扫描“上传资料”页面的二维码，进入页面上传单位证件。':
    'With the pictures at hand: {TO_UPLOAD_PAGE}; then scan the QR code of the upload page (“上传资料”) with the Alibaba Cloud app and upload the unit’s documents there.',
};
