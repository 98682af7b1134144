/** The reports. */
export const reports = {
  报表: 'Reports',
  时间: 'Period',
  今天: 'Today',
  '近 7 天': '7 days',
  '近 30 天': '30 days',
  本月: 'This month',
  自选: 'Custom',
  从哪天: 'From',
  到哪天: 'To',
  '开始的日期要在结束之前，一次最多 {days} 天。':
    'The first day must not be after the last; at most {days} days at once.',
  '{from} 至 {to}，与前 {days} 天（{first} 至 {last}）相比。':
    '{from} to {to}, compared with the {days} days before ({first} to {last}).',
  '今天还没过完，数字会继续增加。': ' Today is not over: its numbers still grow.',

  '首次响应，中位数': 'First response, median',
  '机器人：有帮助': 'Bot: helpful',
  '客服：平均分': 'Agents: mean rating',
  '前期 {before}': 'Before {before}',
  持平: 'same',
  '多 {count}': '{count} more',
  '多 {count}（+{share}）': '{count} more (+{share})',
  '少 {count}（−{share}）': '{count} fewer (−{share})',
  '少 {count}': '{count} fewer',
  '高 {count} 点': '{count} pts higher',
  '低 {count} 点': '{count} pts lower',
  '高 {count} 个百分点（+）': '{count} points higher (+)',
  '低 {count} 个百分点（−）': '{count} points lower (−)',
  '快 {time}（−）': '{time} faster (−)',
  '慢 {time}（+）': '{time} slower (+)',
  '高 {count} 分（+）': '{count} higher (+)',
  '低 {count} 分（−）': '{count} lower (−)',
  '{s} 秒': '{s} s',
  '{m} 分 {s} 秒': '{m} min {s} s',
  '{m} 分': '{m} min',
  '{h} 小时 {m} 分': '{h} h {m} min',
  '{h} 小时': '{h} h',
  '{d} 天 {h} 小时': '{d} d {h} h',
  '{d} 天': '{d} d',
  周日: 'Sun',
  周一: 'Mon',
  周二: 'Tue',
  周三: 'Wed',
  周四: 'Thu',
  周五: 'Fri',
  周六: 'Sat',

  '下载{title}的 CSV': 'Download the CSV of {title}',
  '{title}的表': 'Table of {title}',
  '这段时间没有数据。有了就会画在这里。': 'Nothing in this period. It will be drawn here once there is something.',
  '图没有加载，请刷新页面。数字都在下面的表里。':
    'The chart did not load; please reload. All numbers are in the table below.',
  '{title}图。{told}。数字都在旁边的表里。': 'Chart of {title}. {told}. All numbers are in the table beside it.',
  '{name}合计 {total}，最多 {most}（{label}）': '{name}: {total} in all, at most {most} ({label})',
  '{name}最高 {most}（{label}）': '{name}: at most {most} ({label})',
  '；': '; ',

  '网络不通，表格没有下载。请检查网络后重试。':
    'No network: the table was not downloaded. Check the network and try again.',
  '表格没有下载，请稍后重试。': 'The table was not downloaded. Please try again later.',

  日期: 'Day',
  合计: 'Total',
  本期: 'This period',
  前期: 'Before',
  '{count}，本期': '{count}, this period',
  对话量: 'Conversations by day',
  '同一位用户同一天和机器人说的话，算一个对话；“回答”是机器人答了几次。':
    'What one person says to the bot on one day counts as one conversation; answers are those of the bot in it.',
  回答: 'Answers',

  对话怎样结束: 'How conversations end',
  '当天问了事情的对话：到过人工或留言的算“转了人工”；其余的，用户说过“没帮助”的单算；机器人没有给出答案或检查结果的算“没有答上”；剩下的是机器人办完的。只打招呼的不算在内。':
    'Of the conversations in which something was asked that day: those that reached an agent or a ticket are “handed over”; of the rest, those judged “not helpful” stand apart; those without an answer or a finding are “not answered”; what is left the bot ended alone. Mere greetings do not count.',
  机器人办完: 'Ended by the bot',
  用户说没帮助: 'Judged not helpful',
  没有答上: 'Not answered',
  转了人工: 'Handed over',
  办完占比: 'Share ended by the bot',
  前期占比: 'Share before',

  首次响应: 'First response',
  '从转人工到客服说第一句话。按转人工的日期算，图里只有排队的，留言另计。':
    'From the handover to the first line of an agent, by the day of the handover. The chart shows those in the queue; tickets stand apart.',
  有回应: 'Answered',
  处理时长: 'Time to resolution',
  '从转人工到客服结束对话。按转人工的日期算，图里只有排队的，留言另计；没有结束的不算时长。':
    'From the handover to an agent closing it, by the day of the handover. The chart shows those in the queue; tickets stand apart; what is open has no time yet.',
  排队的: 'Queue',
  '排队的，前期': 'Queue, before',
  留言的: 'Tickets',
  '留言的，前期': 'Tickets, before',
  中位数: 'Median',
  九成以内: '90th percentile',
  中位数变化: 'Change of the median',

  没有答上的问题: 'Questions not answered',
  '按问题算，一个对话里可以有几个。“要用户选”是几个条目都像，请用户选了一个。':
    'Counted by question; a conversation may have several. “Had to choose” means that several entries fitted and the person was asked for one.',
  没找到答案: 'No answer found',
  要用户选: 'Had to choose',
  直接转人工: 'Straight to an agent',
  前期合计: 'Total before',

  '答到这一条的对话；一个对话答了几条，每条都算。':
    'Conversations in which the entry was answered; one with several counts for each.',
  其他回答: 'Other answers',

  转人工原因: 'Reasons of handovers',
  '机器人转给人工或留言的次数，一个对话可以转几次。':
    'How often the bot handed over, to an agent or a ticket; a conversation may be handed over more than once.',
  原因: 'Reason',
  次数: 'Times',
  没有写明: 'Not stated',

  '当天做过人脸核验排查的对话，按最后的结果算。核验通过没有，系统并不告诉我们：“用户说解决了”是之后点了“解决了”的。':
    'Conversations with a face check that day, by their last result. Nobody tells us whether a verification passed: “said solved” means that the person pressed that button afterwards.',
  结果: 'Result',
  用户说解决了: 'Said solved',
  '建议再试，没有下文': 'Told to try again, no more heard',
  要由本人来做: 'Must be done in person',
  建议系统人工审核: 'Pointed to manual review',
  没有查完: 'Not finished',

  对客服的评分: 'Ratings of agents',
  '人工服务之后用户打的分，1 到 5，只算最后一次。和对机器人的评价分开。':
    'Given after the help of an agent, 1 to 5, the last one counts. Apart from what is thought of the bot.',
  评分: 'Rating',
  人数: 'People',
  平均: 'Mean',
  '{score} 分': '{score} points',

  对机器人回答的评价: 'Feedback on the bot',
  '用户在回答下面点的“有帮助”“没帮助”，按点的那天算。有帮助 {share}。':
    '“Helpful” and “not helpful” under answers, by the day of the press. Helpful: {share}.',
  有帮助: 'Helpful',
  没帮助: 'Not helpful',
  有帮助占比: 'Share helpful',
} as const satisfies Record<string, string>;
