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
  left.parentElement.hidden = false;
  setInterval(tick, 1000);
}
const look = async () => {
  try {
    const answer = await fetch(page.dataset.url + '/status', {cache: 'no-store'});
    if (answer.ok) {
      const now = await answer.json();
      if (now.status !== page.dataset.status || String(now.sequence) !== page.dataset.sequence) {
        location.reload();
        return;
      }
      const bar = document.getElementById('progress');
      if (bar) {
        bar.value = now.confirmations;
        document.getElementById('confirmations').textContent = now.confirmations;
      }
    }
  } catch (offline) {
    // The next look tries again; the page stays as it is.
  }
  setTimeout(look, document.hidden ? 5000 : 1500);
};
if (page.dataset.live === 'true') {
  setTimeout(look, 1500);
}
