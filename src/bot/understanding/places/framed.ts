/** What stands right before a place: nothing, a mark, or a word that a place follows. */
const LEFT =
  /(?:^|[,.。!?;:、()"'“”《》【】[\]/\s]|[在于是到去往从和跟与或址地即属省市区州咱俺这]|来自|我们?|注册|公司|企业|单位|执照|主体|备案|改成|换成|不对)$/u;
/** What stands right after one. */
const RIGHT =
  /^(?:$|[,.。!?;:、()"'“”《》【】[\]/\s]|[的省市区县州小这那有开做搞干办要需能也都和跟与或还呢吧吗啊呀哈哦人注分也]|本地|当地|公司|企业|园区|单位|工厂|厂|店|个体|工作室|网站|备案|登记|管局|校区|分校|研究|工商|执照|主体|老板|法人|负责人|可以|必须)/u;

/** Whether the words on either side of a name are such as stand beside a place. */
export function framed(text: string, start: number, end: number): { readonly left: boolean; readonly right: boolean } {
  return { left: LEFT.test(text.slice(Math.max(0, start - 3), start)), right: RIGHT.test(text.slice(end, end + 4)) };
}
