// A person's browser opens the interview at once; the button stays for browsers that run no scripts.
const open = () => {
  if (document.visibilityState === 'visible') {
    document.removeEventListener('visibilitychange', open);
    document.querySelector('form').requestSubmit();
  }
};
document.addEventListener('visibilitychange', open);
open();
