/**
 * How long a call counts, in seconds: the service's hour and a minute. The service counts calls when
 * they arrive. One that was long on its way, with 50 MB of contacts, arrives later than it was counted
 * here, and the call that takes its place an hour later may be quicker.
 */
export const windowSeconds = 3660;

/**
 * Counts in Redis, in one step that nothing can come between, by Redis' own clock. The budget of an
 * account is the list of the times of its calls, oldest first, never longer than the budget is large.
 *
 * A rolling hour and not one that starts anew with the first call after its end: there 149 calls at
 * the end of one and 150 at the start of the next make 299 within minutes, and the service, whichever
 * way it counts, refuses half of them.
 *
 * What is no time up to now counts as made now: those ahead, which a clock leaves that was set back or a
 * Redis that took over from one that was fast, would lock the account until their time has come.
 *
 * KEYS: the account's list. ARGV: calls (see `BudgetQuestion`), the window in seconds, the most calls.
 * Answers as the limiter expects: the calls counted, a refused one too, and the milliseconds until one
 * is free. `memoryStore` does the same.
 */
export const rollingHourScript = `
local calls, window, most = tonumber(ARGV[1]), tonumber(ARGV[2]) * 1000, tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function readable(value)
  local time = tonumber(value)
  return time and time <= now and time
end
local function at(index)
  local value = redis.call('LINDEX', KEYS[1], index)
  return value and readable(value)
end
if redis.call('LLEN', KEYS[1]) > 0 and not (at(0) and at(-1)) then
  local times = redis.call('LRANGE', KEYS[1], 0, -1)
  for index, value in ipairs(times) do times[index] = readable(value) or now end
  table.sort(times)
  redis.call('DEL', KEYS[1])
  for _, time in ipairs(times) do redis.call('RPUSH', KEYS[1], string.format('%.0f', time)) end
  redis.call('PEXPIRE', KEYS[1], window)
end
local oldest = at(0)
while oldest and oldest + window <= now do
  redis.call('LPOP', KEYS[1])
  oldest = at(0)
end
local used = redis.call('LLEN', KEYS[1])
local add = calls - used
if calls == 1 then add = used < most and 1 or 0 end
for _ = 1, add do redis.call('RPUSH', KEYS[1], string.format('%.0f', now)) end
if add > 0 then
  redis.call('PEXPIRE', KEYS[1], window)
  used = used + add
end
local next = 0
if used >= most then
  next = math.max((at(used - most) or now) + window - now, 1)
end
local refused = calls == 1 and add == 0
return { refused and used + 1 or used, next }
`;
