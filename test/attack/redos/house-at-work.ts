import { render } from '../../../src/adapters/dingtalk/render.ts';
import { plainText } from '../../../src/adapters/vendor/plain-text.ts';
import { markdown } from '../../../web/shared/markdown.ts';
import { openDesk } from '../../desk.ts';
import { trainedKnowledge } from '../../trained.ts';

/** Messages of all kinds: questions, facts, checks with their answers, choices, slips, numbers, pinyin, English. */
const MESSAGES = [
  '扫码进不去上传资料的页面',
  '安卓4.4.2，不对，是5.1，阿里云app 6.7.0显示打开',
  '公司注册在深圳市南山区，老家在湖南，老板在zhe江，不是bj',
  '还是不行',
  '第二步怎么操作',
  '核对姓名写法',
  '身份证上是“张三丰（先生）”，我填的是李三丰 vs 张三峰',
  '重新开始',
  '核对证件号码',
  '11010119900307851x',
  '最后一位应该是3，不是1',
  '刷脸失败了3次，是同事帮法人刷的，主体负责人和网站负责人是同一个人',
  '是本人',
  '用的流量啊',
  '1、扫码进不去怎么办？2、授权书在哪下载？',
  '授权书过期了怎么办，还有法人不在怎么刷脸',
  '第一个',
  '都不是',
  '那帮我把这张图片转成jpg，弄清楚点',
  '当前版本过低，非法参数',
  'how do I talk to a real person',
  'zhuan ren gong',
  '我要留言，微信号：abc_123，13800138000，a@b.cn',
  '删除我的对话记录吧',
];

/** The whole house answers them, and its channels write the answers in their manner. */
export async function houseAtWork(): Promise<void> {
  const knowledge = await trainedKnowledge();
  const desk = await openDesk(knowledge);
  for (const message of MESSAGES) {
    for (const line of (await desk.say(message)).messages) {
      markdown(line.text);
      plainText(line.text);
      render(line, { numbered: true });
    }
  }
  await desk.close();
  await knowledge.close();
  if (desk.faults.length > 0) throw desk.faults[0];
}
