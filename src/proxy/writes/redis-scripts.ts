/** Redis runs a script as one step, so no other server acts in between. */

/** Returns the nonce and the secret, and stores the given ones if there are none yet. */
export const readIdentity = `
redis.call('HSETNX', KEYS[1], 'nonce', ARGV[1])
redis.call('HSETNX', KEYS[1], 'secret', ARGV[2])
return redis.call('HMGET', KEYS[1], 'nonce', 'secret')`;

/**
 * Returns the record of a key. If there is none, stores the given one and returns nothing. Returns `stale` when the
 * nonce has changed, because the records of the old nonce are lost.
 */
export const claimKey = `
if redis.call('HGET', KEYS[1], 'nonce') ~= ARGV[1] then return 'stale' end
local known = redis.call('GET', KEYS[2])
if known then return known end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
redis.call('SET', KEYS[3], '1', 'PX', ARGV[4])
return false`;

/** Returns the record of a key, and whether the server that carries out its write is alive. */
export const readRecord = `
return { redis.call('GET', KEYS[1]), redis.call('EXISTS', KEYS[2]) }`;

/** Replaces a record, unless it has changed. An empty replacement removes it. */
export const replaceRecord = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[2])
if ARGV[2] == '' then redis.call('DEL', KEYS[1])
else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 1`;

/** Says that the server that carries out a write is alive, and keeps the record of the write. */
export const renewLease = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('SET', KEYS[2], '1', 'PX', ARGV[3])
return 1`;
