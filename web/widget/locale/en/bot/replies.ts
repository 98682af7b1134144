/** The rest of what it says: refusals, the queue, messages left, data, and small talk. */
export const replies: Readonly<Record<string, string>> = {
  '好的，我们重新开始。请选一个主题，或者直接说说您遇到的情况。':
    'All right, we start over. Please choose a topic, or just describe what happens.',
  '这件事我不能帮忙。备案资料上传和真实性核验要用真实的证件，由本人完成。上传或核验时遇到了什么提示，请直接告诉我。':
    'I cannot help with that. Uploading filing materials and real-person verification need genuine documents and the person themselves. If a message appears while you upload or verify, please tell me what it says.',
  '别人的证件和资料，我查不到，也不能提供。您自己上传或核验时遇到了什么提示，请直接告诉我。':
    'I cannot look up or give out other people’s documents and materials. If a message appears while you upload or verify your own, please tell me what it says.',
  '这个我做不了，我只回答备案资料上传和真实性核验的问题。上传或核验时遇到了什么提示，请直接告诉我。':
    'I cannot do that; I only answer questions about uploading filing materials and real-person verification. If a message appears while you upload or verify, please tell me what it says.',
  '折腾半天没弄好，确实让人恼火。请告诉我页面上显示什么提示，我们一步一步来；想和客服说，请点“转人工”。':
    'Trying for so long without success is annoying indeed. Please tell me what the page says, and we go step by step; to talk to an agent, press “Agent”.',
  '您可以点“转人工”给客服留言，把事情经过写清楚，留下联系方式。证件号不用写。':
    'You can press “Agent” and leave a message for the agents: describe what happened and how to reach you. Identity numbers are not needed.',
  '看到您这么说，我很在意您。如果觉得难以承受，请现在就和信任的人说一说，或者拨打全国统一心理援助热线 12356；情况紧急请拨打 110 或 120。':
    'I care about what you just said. If it feels too much to bear, please talk to someone you trust now, or call the national psychological support line 12356; in an emergency call 110 or 120.',
  '我已经请人工客服优先来陪您说，接入后就在这里。备案的事可以先放一放。':
    'I have asked an agent to come to you before anyone else; they will talk with you right here. The filing can wait.',
  '您说的话，人工客服这边看得到，会接着和您说。': 'The agent sees what you wrote and will go on talking with you.',
  '备案的事可以放一放，什么时候回来都行。想和人说备案的事，也可以点“转人工”。':
    'The filing can wait; come back whenever you like. To talk to a person about the filing, press “Agent”.',
  '刚才处理这条消息时出了故障，不是您的问题。请再发一次；如果还是这样，请点“转人工”留言。':
    'Something went wrong while processing this message; it is not your fault. Please send it again; if it happens again, press “Agent” and leave a message.',
  '刚才的选择没有接上，我按您这句话重新回答。': 'The earlier choice was lost, so I answer your last message afresh.',
  '有不对的地方，直接在这里改正。': 'If something is wrong, correct it right here.',
  '已为您转人工客服排队：{1}{2}。客服接入后就在这里和您说，前面的情况不用再讲一遍。':
    'You are in the queue for an agent: {1}{2}. The agent will write to you here and knows what was said, so you need not tell it again.',
  前面没有人: 'nobody is ahead of you',
  '前面 {ahead} 位': '{ahead} ahead of you',
  '，预计 {minutes} 分钟': ', about {minutes} min',
  '好的，您继续问我，排队的位置还在。客服接入后就在这里和您说。':
    'All right, go on asking me; you keep your place in the queue. The agent will write to you here.',
  '好的，不排队了。您可以继续问我；想找客服时，随时可以点“转人工”。':
    'All right, you have left the queue. You can go on asking me; to reach an agent, press “Agent” at any time.',
  '图片收到了，已加密保存，客服能看到。': 'The picture has arrived and is stored encrypted; the agent can see it.',
  '这个对话已被客服停用，不能再发消息。': 'The agents have blocked this conversation; no more messages can be sent.',
  '好的，我们接着来。现在停在哪一步，页面上显示什么提示，请发给我。':
    'All right, let us go on. Please tell me at which step it stops now, and what the page says.',
  '我这里没有客服的电话和上班时间。要找人工客服，请点“转人工”留言，写上怎么联系您。':
    'I have no phone number or working hours of the agents. To reach one, press “Agent” and leave a message with how to reach you.',
  '现在没有客服在线，可以给人工客服留言。请在一条消息里写上手机号、邮箱或微信号，再用一两句话说明要办的事。':
    'No agent is online right now; you can leave a message for them. Please put a phone number, e-mail or WeChat ID into one message, and say in a sentence or two what you need.',
  '现在不在客服的服务时间（{hours}）。可以先留言：请在一条消息里写上手机号、邮箱或微信号，再用一两句话说明要办的事。':
    'It is outside the agents’ hours ({hours}). You can leave a message: please put a phone number, e-mail or WeChat ID into one message, and say in a sentence or two what you need.',
  '好的，改成留言。请在一条消息里写上手机号、邮箱或微信号，再用一两句话说明要办的事。':
    'All right, a message instead. Please put a phone number, e-mail or WeChat ID into one message, and say in a sentence or two what you need.',
  '这段话我记下了。客服怎么联系您？请发手机号、邮箱或微信号；不想留，就回“不留了”。':
    'I have noted that. How can the agents reach you? Please send a phone number, e-mail or WeChat ID; if you would rather not, press “No message after all”.',
  '还没有看到联系方式。请发 11 位手机号、邮箱或微信号；不想留，就回“不留了”。':
    'I see no way to reach you yet. Please send an 11-digit phone number, e-mail or WeChat ID; if you would rather not, press “No message after all”.',
  '给人工客服的留言还差联系方式：请发手机号、邮箱或微信号；不想留，就回“不留了”。':
    'The message for the agents still needs a way to reach you: please send a phone number, e-mail or WeChat ID; if you would rather not, press “No message after all”.',
  '好的，没有留言。您可以继续问我。': 'All right, no message was left. You can go on asking me.',
  '没有收到联系方式，刚才的留言没有保存。': 'No way to reach you came, so the message was not kept.',
  '留言已交给人工客服，编号 {id}。联系方式已加密保存，只有客服能看到。现在您可以继续问我。{2}':
    'Your message is with the agents, number {id}. How to reach you is stored encrypted, and only agents can see it. You can go on asking me now. {2}',
  '客服回答后，在这一页也能看到：[打开留言]({link})。谁有链接谁就能看，请自己收好。':
    'When an agent answers, you can read it here, too: [open the message]({link}). Whoever has the link can read it, so please keep it to yourself.',
  '（只留了联系方式，没有写要办的事）': '(Only a way to reach the person was given, and no matter.)',
  '我听不了语音。请打字说说遇到的情况，或者发一张页面的截图。':
    'I cannot listen to voice messages. Please type what happens, or send a screenshot of the page.',
  '我看不了视频。请截一张图发来，或者用文字说说页面上的提示。':
    'I cannot watch videos. Please send a screenshot, or tell me in words what the page says.',
  '我打不开文件。证件和页面请用图片发来，遇到的情况请用文字说。':
    'I cannot open files. Please send documents and pages as pictures, and describe in words what happens.',
  '我看不懂表情。请用文字说说遇到的情况。': 'I cannot read stickers. Please describe in words what happens.',
  '位置收到了，我用不上地图。要查某个省份的规则，请直接写省份的名字。':
    'The location has arrived, but I have no use for maps. To look up the rule of a province, please write its name.',
  '我打不开链接。请截一张图发来，或者用文字说说页面上的提示。':
    'I cannot open links. Please send a screenshot, or tell me in words what the page says.',
  '我打不开名片和小程序。请用文字说说遇到的情况，或者发一张页面的截图。':
    'I cannot open contact cards and mini programs. Please describe in words what happens, or send a screenshot of the page.',
  '好的，那条消息您撤回了。之前已经看到的内容，发“删除我的数据”就会删掉。':
    'All right, you withdrew that message. To delete what was seen before, choose “Delete my data”.',
  '这种消息我打不开。请用文字说说遇到的情况，或者发一张图片。':
    'I cannot open this kind of message. Please describe in words what happens, or send a picture.',
  '要删除您在这段对话里的全部数据，请点下面的按钮。删除后找不回来。':
    'To delete all your data of this conversation, press the button below. It cannot be brought back.',
  '已删除您在这段对话里的数据：消息 {messages} 条，留言 {tickets} 条，图片 {pictures} 张，以及由此记下的手机、省份等情况。':
    'Your data of this conversation has been deleted: {messages} messages, {tickets} messages left for agents, {pictures} pictures, and what was noted from them, such as your phone and province.',
  '还留着：操作记录（只写谁何时做过什么，没有对话内容）、不分人的统计。运营方的备份里可能还有，到期后清除。':
    'What stays: the audit log (only who did what and when, nothing of the conversation) and statistics that tell of no person. The operator’s back-ups may still hold a copy; it goes when they expire.',
  '请点页面右上角的菜单，选“下载我的数据”。压缩包里有对话、您的图片、留言的联系方式和情况卡。文字里的证件号、手机号已经遮住，原文没有保存。':
    'Please open the menu at the top right and choose “Download my data”. The archive holds the conversation, your pictures, the contacts of messages you left, and the case card. Identity and phone numbers in texts are masked; the originals were never stored.',
  '请在半小时内用浏览器打开[这段对话]({link})，点右上角的菜单，选“下载我的数据”。链接只能打开一次，请不要转给别人。文字里的证件号、手机号已经遮住，原文没有保存。':
    'Within half an hour, please open [this conversation]({link}) in a browser, open the menu at the top right and choose “Download my data”. The link opens once; please do not pass it on. Identity and phone numbers in texts are masked; the originals were never stored.',
  '这里发不了文件，也没有设置网页的地址。需要一份您的数据，请点“转人工”。':
    'Files cannot be sent here, and no web address is set up. For a copy of your data, press “Agent”.',
  撤回同意: 'Withdraw consent',
  '已撤回同意，这段对话里的图片已删除，共 {pictures} 张。再发图片时，会重新请您同意。':
    'Your consent is withdrawn, and the pictures of this conversation have been deleted: {pictures} in all. When you send a picture again, you will be asked anew.',
  '检查结果的文字还在对话里，要一起删除，请发“删除我的数据”。':
    'The results of the checks are still in the conversation as text; to delete them too, send “Delete my data”.',
  '这段对话里您还没有同意查看图片，也没有保存图片，没有可以撤回的。':
    'In this conversation you have not agreed to pictures being looked at, and none are kept: there is nothing to withdraw.',
  '您好，我是备案助手。请说说您在上传备案资料或真实性核验时看到了什么提示，或者选一个主题。':
    'Hello, I am the filing assistant. Please tell me what message you see while uploading filing materials or verifying, or choose a topic.',
  '不客气。上传或核验时再遇到问题，随时来问。':
    'You are welcome. Whenever something comes up while uploading or verifying, just ask.',
  '好的，再见。之后再遇到问题，随时回来问。': 'All right, goodbye. Whenever something comes up, just ask again.',
  '好的，解决了就好。之后再遇到问题，随时来问。':
    'Good that it is solved. Whenever something comes up, just ask again.',
  '好的。照着做时如果看到别的提示，请把它原样发给我。':
    'All right. If you see another message on the way, please send it to me as it stands.',
  '好的，您先忙。弄的时候看到什么提示，请把它原样发给我。':
    'All right, take your time. Whatever message you see on the way, please send it to me as it stands.',
  '我在。请把遇到的情况发给我：停在哪一步，页面上显示什么提示。':
    'I am here. Please tell me what happens: at which step it stops, and what the page says.',
  '不会弄没关系，一步一步来。请告诉我现在停在哪一步，页面上显示什么提示；想和客服说，请点“转人工”。':
    'It is fine not to know how; we go step by step. Please tell me at which step it stops now, and what the page says; to talk to an agent, press “Agent”.',
  '确实让人着急。请告诉我现在停在哪一步、页面上显示什么，我们一步一步来；想和客服说，请点“转人工”。':
    'That is frustrating indeed. Please tell me at which step it stops now and what the page says, and we go step by step; to talk to an agent, press “Agent”.',
  '我是备案助手，一个自动回答的机器人，只熟悉备案资料上传和真实性核验。请说说您遇到的情况；要找人工客服，请点“转人工”。':
    'I am the filing assistant, a bot that answers by itself, and I only know about uploading filing materials and real-person verification. Please describe what happens; for a person, press “Agent”.',
  '这张图片没有取到。请再发一次。': 'The picture did not arrive. Please send it again.',
  '已转给人工客服，接入后就在这里和您说。': 'You are with the agents now; one of them will write to you here.',
};
