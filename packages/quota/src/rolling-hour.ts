/**
 * How long a call counts, in seconds: the service's hour and a minute. The service counts calls when
 * they arrive. One that was long on its way, with 50 MB of contacts, arrives later than it was counted
 * here, and the call that takes its place an hour later may be quicker.
 */
export const windowSeconds = 3660;

/**
 * Most calls that an hour may hold, whatever the options say. No list of times is longer: an older one
 * leaves no room when so many younger ones are there.
 */
export const mostCallsPerHour = 10_000;

/** Reads the clock and lets go of what no longer counts. */
const beginning = `
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
local function push(time)
  redis.call('RPUSH', KEYS[1], string.format('%.0f', time))
end
local function rewrite(times)
  table.sort(times)
  redis.call('DEL', KEYS[1])
  for _, time in ipairs(times) do push(time) end
  redis.call('PEXPIRE', KEYS[1], window)
end
if redis.call('LLEN', KEYS[1]) > 0 and not (at(0) and at(-1)) then
  local times = redis.call('LRANGE', KEYS[1], 0, -1)
  for index, value in ipairs(times) do times[index] = readable(value) or now end
  rewrite(times)
end
local oldest = at(0)
while oldest and oldest + window <= now do
  redis.call('LPOP', KEYS[1])
  oldest = at(0)
end
local used = redis.call('LLEN', KEYS[1])
`;

/** Tells when a call is free. */
const ending = `
local next = 0
if used >= most then
  next = math.max((at(used - most) or now) + window - now, 1)
end
`;

/**
 * Counts in Redis, in one step that nothing can come between, by Redis' own clock. The budget of an
 * account is the list of the times of its calls, oldest first.
 *
 * A rolling hour and not one that starts anew with the first call after its end: there 149 calls at
 * the end of one and 150 at the start of the next make 299 within minutes, and the service, whichever
 * way it counts, refuses half of them.
 *
 * What is no time up to now counts as made now: those ahead, which a clock leaves that was set back or a
 * Redis that took over from one that was fast, would lock the account until their time has come.
 *
 * KEYS: the account's list. ARGV: calls, 1 to take one and 0 to look, the window in seconds, the most calls.
 * Answers as the limiter expects: the calls counted, a refused one too, and the milliseconds until one
 * is free. `memoryStore` does the same.
 */
export const rollingHourScript = `
local calls, window, most = tonumber(ARGV[1]), tonumber(ARGV[2]) * 1000, tonumber(ARGV[3])
${beginning}
local refused = calls == 1 and used >= most
if calls == 1 and not refused then
  push(now)
  redis.call('PEXPIRE', KEYS[1], window)
  used = used + 1
end
${ending}
return { refused and used + 1 or used, next }
`;

/**
 * Writes down in Redis what became known (see `BudgetNews`), in one step. What is missing is written as
 * made so long ago that it comes of age at the right time.
 *
 * KEYS: the account's list. ARGV: the window in seconds, the most calls, how many more were made, how
 * many count at least, for how many milliseconds the missing ones do. Answers the calls that count and
 * the milliseconds until one is free.
 */
export const newsScript = `
local window, most = tonumber(ARGV[1]) * 1000, tonumber(ARGV[2])
local more, atLeast, missingFor = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
${beginning}
more = math.min(more, ${mostCallsPerHour})
for _ = 1, more do push(now) end
used = used + more
local missing = math.min(atLeast - used, ${mostCallsPerHour})
if missing > 0 then
  local times = redis.call('LRANGE', KEYS[1], 0, -1)
  for index, value in ipairs(times) do times[index] = readable(value) or now end
  local made = now + math.min(missingFor, window) - window
  for _ = 1, missing do times[#times + 1] = made end
  rewrite(times)
  used = used + missing
end
if more > 0 then redis.call('PEXPIRE', KEYS[1], window) end
if used > ${mostCallsPerHour} then
  redis.call('LTRIM', KEYS[1], -${mostCallsPerHour}, -1)
  used = ${mostCallsPerHour}
end
${ending}
return { used, next }
`;
