const page = document.getElementById('payment');
const copied = document.getElementById('copied');
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    copied.textContent = button.dataset.done;
  });
}
const left = document.getElementById('left');
if (left) {
  const end = performance.now() + 1000 * Number(left.dataset.seconds);
  const tick = () => {
    const seconds = Math.max(0, Math.round((end - performance.now()) / 1000));
    left.textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
    left.parentElement.hidden = false;
    if (seconds === 0) {
      location.reload();
    }
  };
  tick();
  setInterval(tick, 1000);
}
const show = (now) => {
  if (now.status !== page.dataset.status || String(now.sequence) !== page.dataset.sequence) {
    location.reload();
  }
  const seen = document.getElementById('seen');
  if (seen && 'seen' in now) {
    const words = now.replaceable ? seen.dataset.replaceable : seen.dataset.plain;
    const text = Number(now.seen) ? words.replace('{0}', now.seen + ' ' + seen.dataset.symbol) : '';
    if (seen.textContent !== text) {
      seen.textContent = text;
    }
  }
  const bar = document.getElementById('progress');
  if (bar) {
    bar.value = now.confirmations;
    const there = Math.min(now.confirmations, now.confirmationsRequired);
    document.getElementById('confirmations').textContent = there;
    const wait = document.getElementById('wait');
    if (wait) {
      const minutes = (now.confirmationsRequired - there) * wait.dataset.block / 60000;
      wait.textContent = minutes < 1 ? wait.dataset.soon : wait.dataset.minutes.replace('{0}', Math.ceil(minutes));
    }
  }
};
// Told by the server where that works; asked for where it does not, and now and then in any case.
let told = false;
const look = async () => {
  try {
    const answer = await fetch(page.dataset.url + '/status', {cache: 'no-store'});
    if (answer.ok) {
      show(await answer.json());
    }
  } catch (offline) {
    // The next look tries again; the page stays as it is.
  }
  setTimeout(look, told ? 15000 : document.hidden ? 5000 : 2000);
};
if (page.dataset.live === 'true') {
  const events = new EventSource(page.dataset.url + '/events');
  events.addEventListener('message', (event) => {
    told = true;
    show(JSON.parse(event.data));
  });
  events.addEventListener('error', () => { told = false; });
  setTimeout(look, 2000);
}
const open = document.getElementById('open');
if (open) {
  // A browser does not tell whether an app took the link: this page is hidden if one did.
  open.addEventListener('click', () => setTimeout(() => {
    document.getElementById('unopened').hidden = document.hidden;
  }, 2000));
}
const inside = document.getElementById('inside');
// Who loads the page anew before the chain shows his money must not pay twice.
const already = page.dataset.url + page.dataset.sequence;
const word = (number) => '0x' + BigInt(number).toString(16);
const pay = async (wallet, say) => {
  const {chain, to, value, data, ask, sent, refused, elsewhere} = inside.dataset;
  say(ask);
  try {
    const [from] = await wallet.request({method: 'eth_requestAccounts'});
    if (word(await wallet.request({method: 'eth_chainId'})) !== chain) {
      await wallet.request({method: 'wallet_switchEthereumChain', params: [{chainId: chain}]}).catch(() => {});
    }
    if (word(await wallet.request({method: 'eth_chainId'})) !== chain) {
      say(elsewhere);
      return false;
    }
    const hash = await wallet.request({method: 'eth_sendTransaction', params: [{from, to, value, data}]});
    sessionStorage.setItem(already, hash);
    say(sent + ' ' + hash);
    return true;
  } catch (no) {
    say(refused);
    return false;
  }
};
const offer = (wallet) => {
  const button = inside.querySelector('button');
  const status = inside.querySelector('[role=status]');
  inside.hidden = false;
  page.classList.add('inside');
  if (sessionStorage.getItem(already)) {
    button.disabled = true;
    status.textContent = inside.dataset.sent + ' ' + sessionStorage.getItem(already);
  }
  button.addEventListener('click', async () => {
    button.disabled = true;
    button.disabled = await pay(wallet, (text) => { status.textContent = text; });
  });
};
// imToken's own browser may bring its wallet some moments after the page.
const meet = (tries) => {
  const wallet = window.ethereum;
  if (wallet && (wallet.isImToken || window.imToken)) {
    offer(wallet);
  } else if (tries > 0) {
    setTimeout(meet, 100, tries - 1);
  }
};
if (inside) {
  meet(20);
}
