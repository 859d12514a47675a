// Shows an auction live: by server-sent events, and by asking now and then where those do not pass.
(function () {
  "use strict";

  const SILENCE = 25000; // a heartbeat comes each ten seconds
  const POLL = 5000;
  const TRY_STREAM_AGAIN = 30000;
  const SAY_EACH = 4000; // a screen reader should not have to read each of many bids

  const panel = document.getElementById("live");
  if (!panel) {
    return;
  }
  const base = "/api/v1/trades/" + panel.dataset.trade;
  const opensAt = Date.parse(panel.dataset.opens);
  const places = {};
  panel.querySelectorAll("[data-live]").forEach((place) => {
    places[place.dataset.live] = place;
  });
  const rows = document.getElementById("live-bids");

  let lot = null;
  let listed = Number(panel.dataset.seq); // the last bid in the table
  let ahead = 0; // of our clock, the market's
  let heardAt = 0;
  let source = null;
  let polling = 0;
  let saidAt = 0;
  let saying = 0;
  let over = false;

  const clock = new Intl.DateTimeFormat("zh-CN", {
    timeZone: "Asia/Shanghai", month: "numeric", day: "numeric",
    hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
  });
  const time = (moment) => {
    const at = Object.fromEntries(clock.formatToParts(new Date(moment)).map((p) => [p.type, p.value]));
    return `${at.month}月${at.day}日 ${at.hour}:${at.minute}:${at.second}`;
  };
  const grouped = (money) => money.amount.replace(/\B(?=(\d{3})+(?!\d))(?=[\d,]*\.)/g, ",");

  const write = (name, text) => {
    const place = places[name];
    if (place && place.textContent !== text) {
      place.textContent = text;
    }
  };

  function show(next) {
    if (over || (lot && next.seq < lot.seq)) {
      return;
    }
    const before = lot;
    lot = next;
    heardAt = Date.now();
    ahead = Date.parse(next.serverTime) - heardAt;
    panel.dataset.phase = next.phase;
    write("price", next.leadingPrice ? grouped(next.leadingPrice) : "尚无报价");
    write("unit", next.leadingPrice ? "元" : "");
    write("paddle", next.leadingPaddle || "—");
    write("next", next.nextPriceMin ? grouped(next.nextPriceMin) + " 元" : "—");
    write("closes", time(next.closesAt));
    write("extensions", next.extensions + " 次");
    write("count", next.seq + " 次");
    if (next.watchers) {
      write("watchers", next.watchers + " 人");
    }
    list([{
      seq: next.seq, paddle: next.leadingPaddle, price: next.leadingPrice, placedAt: next.latestBidAt,
    }]);
    if (before && next.seq > before.seq) {
      flash();
    }
    if (!before || next.seq > before.seq || next.state !== before.state) {
      say();
    }
    if (next.state === "CLOSED") {
      end();
    }
    count();
  }

  // While bids come fast only the latest is told; that others came between is said and not hidden.
  function list(bids) {
    for (const bid of bids) {
      if (!bid.price || bid.seq <= listed) {
        continue;
      }
      if (bid.seq > listed + 1) {
        const cell = rows.insertRow(0).insertCell();
        cell.colSpan = 4;
        cell.className = "between";
        cell.textContent = `其间另有 ${bid.seq - listed - 1} 次报价，刷新页面可见`;
      }
      const row = rows.insertRow(0);
      [bid.seq, bid.paddle, grouped(bid.price), time(bid.placedAt)].forEach((text, i) => {
        const cell = row.insertCell();
        cell.className = ["number", "mono", "number", ""][i];
        cell.textContent = text;
      });
      listed = bid.seq;
      rows.closest("table").hidden = false;
    }
    while (rows.rows.length > 50) {
      rows.deleteRow(-1);
    }
  }

  function flash() {
    places.price.classList.remove("raised");
    void places.price.offsetWidth;
    places.price.classList.add("raised");
  }

  function say() {
    if (saying) {
      return;
    }
    saying = setTimeout(() => {
      saying = 0;
      saidAt = Date.now();
      const price = lot.leadingPrice ? `${grouped(lot.leadingPrice)} 元，${lot.leadingPaddle} 号牌` : "尚无报价";
      write("said", lot.state === "CLOSED" ? `竞价结束，${price}` : `当前最高报价 ${price}`);
    }, Math.max(0, saidAt + SAY_EACH - Date.now()));
  }

  function count() {
    if (!lot || over) {
      return;
    }
    const now = Date.now() + ahead;
    const waits = lot.state === "SCHEDULED" && now < opensAt;
    const left = Math.max(0, Math.ceil(((waits ? opensAt : Date.parse(lot.closesAt)) - now) / 1000));
    const two = (n) => String(n).padStart(2, "0");
    const days = Math.floor(left / 86400);
    write("ahead", waits ? "距开始" : "距结束");
    write("left", (days ? days + " 天 " : "") + two(Math.floor(left / 3600) % 24) + ":"
      + two(Math.floor(left / 60) % 60) + ":" + two(left % 60));
    panel.classList.toggle("soon", !waits && left <= 300);
    if (!polling && Date.now() - heardAt > SILENCE) {
      poll();
    }
  }

  function state(name, text) {
    panel.dataset.connection = name;
    write("connection", text);
  }

  function end() {
    over = true;
    stop();
    write("ahead", "竞价");
    write("left", "已结束");
    panel.classList.remove("soon");
    state("over", "竞价已结束");
    places.result.hidden = false;
  }

  function stop() {
    clearTimeout(polling);
    polling = 0;
    if (source) {
      source.close();
      source = null;
    }
  }

  function stream() {
    stop();
    if (!window.EventSource) {
      poll();
      return;
    }
    state("opening", "正在连接…");
    source = new EventSource(base + "/live?after=" + listed);
    source.addEventListener("bids", (event) => list(JSON.parse(event.data)));
    source.addEventListener("lot", (event) => {
      clearTimeout(polling);
      polling = 0;
      state("live", "实时");
      show(JSON.parse(event.data));
    });
    source.onerror = () => {
      if (over || !source) {
        return;
      }
      state("broken", "连接中断，正在重连…");
      if (source.readyState === EventSource.CLOSED) {
        poll();
        setTimeout(() => over || stream(), TRY_STREAM_AGAIN);
      }
    };
  }

  function poll() {
    const again = () => {
      polling = over ? 0 : setTimeout(poll, POLL + Math.random() * 1000);
    };
    polling = polling || 1;
    fetch(base + "/auction", { headers: { Accept: "application/json" } })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((seen) => {
        if (polling) {
          state("polling", "每五秒更新");
          show(seen);
        }
      })
      .catch(() => {
        if (polling) {
          state("broken", "暂时取不到最新报价，正在重试…");
        }
      })
      .finally(() => polling && again());
  }

  setInterval(count, 250);
  stream();
})();
