/** For tests: the policy of a server that only this computer can reach. */
export const closedPolicy = { reach: 'closed', ranges: [], ownPorts: [] } as const;
