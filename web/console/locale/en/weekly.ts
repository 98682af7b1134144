/** The weekly report. */
export const weekly = {
  周报: 'Weekly',
  哪一周: 'Week',
  前一周: 'Week before',
  后一周: 'Week after',
  这一周: 'This week',
  '{week}（本周）': '{week} (this week)',
  '下载 Markdown': 'Download Markdown',
  '网络不通，周报没有下载。请检查网络后重试。':
    'No connection: the report was not downloaded. Check the network and try again.',
  '周报没有下载，请稍后重试。': 'The report was not downloaded. Try again later.',
  '{from} 至 {to}，与前一周（{first} 至 {last}）相比。':
    '{from} to {to}, compared with the week before ({first} to {last}).',
  '这一周还没过完，数字会继续增加。': ' The week is not over: its numbers still grow.',
  '这一周没有人问过。有了对话，这里会写出问了什么、什么没有答上、哪些回答没帮上忙；下面的条目有多旧随时都在。':
    'Nobody asked anything this week. Once there are conversations, this says what was asked, what was not covered and which answers did not help; how old the entries are is always below.',
  '下载了 {week} 的周报': 'downloaded the weekly report of {week}',
  机器人回答: 'Bot turns',

  没有答上的: 'Not covered',
  去补缺口: 'Fill the gaps',
  '这一周都答上了，或者都已忽略。': 'Everything was covered this week, or dismissed.',
  '{talks} 个对话': '{talks} conversations',
  现在答得上: 'answered by now',
  没帮上忙的回答: 'Answers that did not help',
  '用户说没帮助，或者半小时内接着找人工、又问同一件事；一次回答只算一种。':
    'Judged as no help, or within half an hour a person was wanted or the same was asked again; each answer counts once.',
  '用户的原话只有主管看得到。': ' What users said is for supervisors alone.',
  '这一周没有。用户说没帮助、接着找人工或又问一遍时，会按条目列在这里。':
    'None this week. Where users say so, want a person or ask again, it is listed here by entry.',
  '回答 {answers} 次：说没帮助 {votes}，接着找人工 {persons}，又问 {again}':
    '{answers} answers: no help {votes}, wanted a person {persons}, asked again {again}',
  说没帮助: 'said no help',
  接着找人工: 'then wanted a person',
  又问同一件事: 'asked again',
  建议加的问法: 'Suggested questions',
  '这一周解决的对话里没有。客服发出一个条目的回答并结束对话后，用户的问法会列在这里。':
    'None from what was resolved this week. When an agent sends the answer of an entry and closes as solved, what the user asked is listed here.',

  用户怎么问: 'What users asked',
  '用户自己打的问题共 {asked} 次。': '{asked} questions in users’ own words.',
  '用户自己打的问题共 {asked} 次，归组的是最常问的 {grouped} 次。':
    '{asked} questions in users’ own words, of which the {grouped} asked most are grouped.',
  '这一周没有用户自己打的问题。': 'No questions in users’ own words this week.',
  多数没答上: 'mostly not covered',
  '多数答第{entry}条': 'mostly entry {entry}',
  问到的条目: 'Entries asked for',
  条目的表: 'Table of entries',
  '这一周没有答到条目。': 'No entry was answered this week.',
  '机器人的回合，按结果': 'Bot turns by outcome',
  '用户说一次、机器人答一次，是一个回合。': 'One message of a user and the answer to it are one turn.',
  回合的表: 'Table of turns',
  用条目回答: 'Answered by an entry',
  检查有结论: 'A check found something',
  没有条目: 'No entry',
  检查里提问: 'Asked by a check',
  问要不要人工: 'Offered a person',
  用户不要人工: 'Person declined',
  不能办的: 'Refused',
  寒暄: 'Small talk',

  '时间从转人工算起：到客服第一次开口，到客服结束。':
    'Times from the handover: to the first word of an agent, to the end.',
  '这两周没有人转人工。': 'Nobody came to the desk in these two weeks.',
  转人工原因的表: 'Table of reasons',
  '多久有人答、多久解决的表': 'Table of times',
  做到的: 'Done',
  九成在: '90 % within',
  前一周中位数: 'Median before',
  '有人答：排队的': 'Answered: from the queue',
  '有人答：留言的': 'Answered: messages',
  '解决：排队的': 'Resolved: from the queue',
  '解决：留言的': 'Resolved: messages',

  条目有多旧: 'Age of the entries',
  '截至 {day}，从来源更新或上次核对算起。': 'As of {day}, since the source was updated or last reviewed.',
  '来源 {dated}，没有核对过': 'Source {dated}, never reviewed',
  '来源 {dated}，核对 {reviewed}': 'Source {dated}, reviewed {reviewed}',
  '{days} 天，该核对': '{days} days, due',
  其他该办的: 'Also due',

  从解决的对话里来的建议: 'Suggested by resolved conversations',
  '客服按这一条解决了，机器人却没有用它回答。试过再加。':
    'Agents resolved them by this entry, and the bot did not answer with it. Try before adding.',
  种问法: 'wordings',
  客服发了这一条的回答: 'An agent sent the answer of this entry',
  情况卡上是这一条: 'The case card names this entry',
  '其中 {sent} 种客服发了这一条的回答，其余是情况卡上写的':
    'For {sent} an agent sent the answer of this entry; for the others the case card names it',
  '归第{entry}条': 'for entry {entry}',
  忽略这些建议: 'Dismiss these',
  已忽略这些建议: 'Dismissed',
} as const satisfies Record<string, string>;
