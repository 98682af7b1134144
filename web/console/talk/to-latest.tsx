import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { Icon } from '../parts/icon.tsx';

/** Back to the end, for whoever reads further up; says when something was said there meanwhile. */
export function ToLatest({ seq, onPress }: { readonly seq: number; readonly onPress: () => void }) {
  const [from] = useState(seq);
  return (
    <Button className="to-latest" icon={<Icon name="down" size={16} />} onClick={onPress}>
      {seq > from ? t('有新消息') : t('回到最新')}
    </Button>
  );
}
