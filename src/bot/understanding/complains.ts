/** Words of somebody who is not after help any more but has a complaint. */
const COMPLAINT = /投诉|举报|维权|12315|消协|工信部|态度(太|很)?差|要(个)?说法|骗人|骗子|赔偿/;

/** Whether a normalised message complains. */
export function complains(normalised: string): boolean {
  return COMPLAINT.test(normalised);
}
