-- What wrk sends: rising bids by changing bidders, or the question who I am. Arguments: the kind, the
-- file of trades and tokens, the increment to begin with.
local heads, bodies = {}, {}
local kind, turn, step = "", 0, 0

local function lines(file, word)
  local found = {}
  for line in io.lines(file) do
    local value = line:match("^" .. word .. " (.+)$")
    if value then found[#found + 1] = value end
  end
  return found
end

function init(args)
  kind, step = args[1], tonumber(args[3])
  local trades, tokens = lines(args[2], kind), lines(args[2], "token")
  local host = "Host: " .. wrk.host .. ":" .. wrk.port .. "\r\n"
  -- Bidders change with every bid, so that nobody outbids himself.
  for bidder = 1, #tokens do
    local who = host .. "Authorization: Bearer " .. tokens[bidder] .. "\r\n"
    if kind == "self" then
      heads[#heads + 1] = "GET /api/v1/sessions/current HTTP/1.1\r\n" .. who .. "\r\n"
    end
    for trade = 1, #trades do
      heads[#heads + 1] = "POST /api/v1/trades/" .. trades[trade] .. "/bids HTTP/1.1\r\n" .. who
        .. "Content-Type: application/json\r\n"
    end
  end
end

function request()
  turn = turn + 1
  local head = heads[turn % #heads + 1]
  if kind == "self" then return head end
  step = step + 1
  local body = '{"price":{"amount":"' .. string.format("%d", 100 + step) .. '","currency":"CNY"}}'
  return head .. "Idempotency-Key: " .. string.format("%d", step) .. "\r\nContent-Length: " .. #body
    .. "\r\n\r\n" .. body
end

function done(summary, latency, requests)
  io.write(string.format(
    '\n{"answers":%d,"micros":%d,"refused":%d,"broken":%d,"p50":%d,"p99":%d,"p999":%d}\n',
    summary.requests, summary.duration, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9)))
end
