import { provinceNames } from '../../../src/diagnostics/provinces/names.ts';
import { TODAY } from './said.ts';

function pairs(): readonly (readonly [string, string])[] {
  return [
    ...[
      ['张三', '张三'],
      ['张三', '张叁'],
      ['张三', '张三丰'],
      ['张三三', '张三'],
      ['三张', '张三'],
      ['张三 ', '张三'],
    ],
    ...[
      ['张 三', '张三'],
      ['张三先生', '张三'],
      ['张\u200b三', '张三'],
      ['阿布都.热合曼', '阿布都·热合曼'],
      ['阿布都热合曼', '阿布都·热合曼'],
    ],
    ...[
      ['阿布都 热合曼', '阿布都·热合曼'],
      ['张·三', '张三'],
      ['zhang san', '张三'],
      ['张三', 'ZHANG SAN'],
      ['杭州某某科技有限公司', '张三'],
    ],
    ...[
      ['张三', '杭州某某科技有限公司'],
      ['杭州某某科技公司', '杭州某某科技有限公司'],
      ['杭州某某科技', '杭州某某科技有限公司'],
    ],
    ...[
      ['杭州某某(中国)有限公司', '杭州某某（中国）有限公司'],
      ['JOHN SMITH', 'SMITH JOHN'],
      ['JOHN A SMITH', 'JOHN SMITH'],
      ['JOHN', 'JOHN SMITH'],
    ],
    ...[
      ['JOHN SMYTH', 'JOHN SMITH'],
      ['john smith', 'JOHN SMITH'],
      ['ＡＢＣ科技', 'ABC科技'],
      ['李哲', '李喆'],
      ['侯明', '候明'],
      ['张伟', '张玮'],
      ['肖红', '萧红'],
      ['张?三', '张彧三'],
      ['王小明', '赵大刚'],
      ['欧阳明月', '司马青衫白'],
    ],
    ...[
      ['王立', '王力'],
      ['张東', '张东'],
      ['⼀帆', '一帆'],
      ['某某中心', '某某文化中心'],
      ['张三丰年', '张丰三年'],
      ['一二三四五', '五四三二一'],
    ],
  ] as unknown as readonly (readonly [string, string])[];
}

/** What each check is run on, every value with every other; undefined leaves the fact out. */
export const FACTS: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  'android-version': {
    platform: [undefined, 'android', 'ios', 'harmony'],
    osVersion: [undefined, '4.4.2', '5.0', '12'],
    atLeastAndroid5: [undefined, true, false],
    entry: [1, 2],
  },
  'app-version': {
    platform: [undefined, 'android', 'ios', 'harmony'],
    appUpToDate: [undefined, true, false],
    appVersion: [undefined, '6.7.0'],
    newest: [undefined, '6.7.0', '6.13.0'],
    entry: [undefined, 1, 2],
  },
  province: { province: [undefined, ...provinceNames] },
  'face-verification': {
    inPerson: [undefined, true, false],
    faceAttempts: [0, 3],
    failuresAfterAdvice: [undefined, 0, 2],
  },
  network: { connection: [undefined, 'wifi', 'mobile'], switched: [undefined, true] },
  'remote-people': { forwardTo: ['subject-head', 'site-head', 'keeper'] },
  'upload-checklist': {
    uploaded: [
      [],
      ['主体负责人证件'],
      ['主体负责人证件', '网站负责人证件'],
      ['主办单位证件'],
      ['主体负责人证件', '网站负责人证件', '主办单位证件'],
    ],
    sameHead: [undefined, true, false],
    subject: [undefined, 'unit', 'person'],
  },
  'id-number': {
    idNumber: [
      ...['11010519491231002X', '110105194912310021', '1101051949123100', '110105491231002', '99010519491231002X'],
      ...['11010519491331002X', '11010519490230002X', '11010519490229002X', '11010518491231002X', '11010520491231002X'],
      ...[
        '11010519491200002X',
        '1101051949123l0O2X',
        '11O1O5194912310O2X',
        '110105194912310000',
        '1 1 0 1 0 5-1949-1231 002x',
      ],
      ...[
        '11010519491231002*',
        '１１０１０５１９４９１２３１００２Ｘ',
        '1101051949123100211',
        '13812345678',
        '12345678',
        'E12345678',
      ],
      ...[
        '4.4E+17',
        '110105********002X',
        'H1234567801',
        '护照 G12345678',
        '军官证 1234567',
        '香港身份证 A123456(7)',
        '82000019491231002X',
      ],
      ...[
        '91350100M000100Y43',
        '91350100M000100Y44',
        '9135010OM0001OOY43',
        '91350IOOMOOOIOOYSZ',
        '信用代码 913501001234567',
        '信用代码 12AB0100M000100Y43',
        'AB1234567890123456',
      ],
    ],
    today: [TODAY],
  },
  'name-check': {
    names: pairs().map(([typed, document]) => ({ typed, document })),
    registry: [false, true],
  },
};
