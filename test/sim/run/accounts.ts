/** The made-up accounts. They are the same at each start, so that the settings stay right. */
export const ACCOUNTS = {
  dingtalk: {
    clientId: 'dingsimulator0001',
    clientSecret: 'simulator-secret-of-dingtalk',
    cardTemplateId: 'simulator.schema',
    agentGroup: 'cidSimulatorAgents',
    group: 'cidSimulatorGroup',
  },
  wechat: {
    appId: 'wx0000000000simul',
    appSecret: 'simulator-secret-of-wechat',
    token: 'simulatorWechat',
    aesKey: 'SimulatorKeyOfTheOfficialAccount00000000000',
    ghId: 'gh_simulator0001',
  },
  wecom: {
    corpId: 'ww0000000000simul',
    secret: 'simulator-secret-of-wecom',
    token: 'simulatorWecom',
    aesKey: 'SimulatorKeyOfTheWecomCustomerService000000',
    openKfId: 'wkSimulator0001',
  },
} as const;
