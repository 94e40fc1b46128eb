// The chat page: Microsoft's Web Chat on our Direct Line, the progress line, and the ways out that are always there.
'use strict';

(() => {
  const { nonce, dataset: { base, tokens } } = document.currentScript;
  const room = document.getElementById('chat');
  const state = document.getElementById('state');
  const ONLINE = 2;
  const LOST = [3, 4, 5]; // token expired, failed to connect, ended
  let store;
  let tries = 0;
  let longest = 0;
  let generation = 0;

  // What was sent and has not come back, by its client id. After a lost connection it is sent again under the same id, by which
  // the server knows what it has already.
  const unsent = new Map();

  const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));
  const say = text => {
    if (state.textContent !== text) {
      state.textContent = text;
    }
  };

  const anytime = [...document.querySelectorAll('#anytime button')];
  const below = new Set([...anytime, ...document.querySelectorAll('#always button')].map(button => button.textContent.trim()));

  // What stands below the chat need not stand in it as well, and a card brings its own choices.
  const trimmed = activity => {
    const offered = activity.suggestedActions?.actions ?? [];
    for (const button of anytime) {
      button.hidden = !offered.some(action => action.title === button.dataset.say);
    }
    const actions = activity.attachments?.length ? [] : offered.filter(action => !below.has(action.title));
    return { ...activity, suggestedActions: { actions } };
  };

  const showProgress = ({ minutesLeft, ended, erased }) => {
    if (erased) {
      location.replace(`${base}/chat/answers`);
      return;
    }
    if (typeof minutesLeft !== 'number') {
      return;
    }
    longest = Math.max(longest, minutesLeft, 1);
    const left = document.getElementById('left');
    const bar = document.getElementById('progress');
    left.textContent = ended ? '' : minutesLeft > 0 ? `about ${minutesLeft} min left` : 'less than a minute left';
    bar.hidden = false;
    bar.value = ended ? 100 : Math.round(100 * (1 - minutesLeft / (longest + 1)));
    document.body.classList.toggle('ended', ended);
    document.getElementById('delete').hidden = ended;
    document.getElementById('answers').hidden = !ended;
  };

  const note = (mine, type, id, activity) => {
    if (type === 'DIRECT_LINE/POST_ACTIVITY_PENDING' && activity.type === 'message') {
      unsent.set(id, activity);
    } else if (type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
      unsent.delete(id);
    } else if (type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED') {
      // Refused on a good connection: Web Chat offers "Retry", which is a message of its own.
      wait(3000).then(() => mine === generation && unsent.delete(id));
    }
  };

  const watch = mine => () => next => action => {
    const activity = action.payload?.activity;
    const id = activity?.channelData?.clientActivityID ?? action.meta?.clientActivityID;
    if (id && mine === generation) {
      note(mine, action.type, id, activity);
    }
    if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY' || activity.from?.role !== 'bot') {
      return next(action);
    }
    showProgress(activity.channelData ?? {});
    setTimeout(fromTheTop);
    return next({ ...action, payload: { ...action.payload, activity: trimmed(activity) } });
  };

  const look = {
    accent: 'var(--accent)',
    subtle: 'var(--ink-soft)',
    backgroundColor: 'var(--paper)',
    primaryFont: 'var(--font)',
    paddingRegular: 16,
    paddingWide: 24,
    rootHeight: '100%',
    rootWidth: '100%',
    hideUploadButton: true,
    disableFileUpload: true,
    botAvatarInitials: undefined,
    userAvatarInitials: undefined,
    bubbleBackground: 'var(--paper)',
    bubbleTextColor: 'var(--ink)',
    bubbleBorderWidth: 0,
    bubbleBorderRadius: 6,
    bubbleMaxWidth: 640,
    bubbleMinHeight: 0,
    bubbleFromUserBackground: 'var(--accent-soft)',
    bubbleFromUserTextColor: 'var(--ink)',
    bubbleFromUserBorderWidth: 0,
    bubbleFromUserBorderRadius: 6,
    sendBoxBackground: 'var(--paper)',
    sendBoxTextColor: 'var(--ink)',
    sendBoxPlaceholderColor: 'var(--ink-soft)',
    sendBoxButtonColor: 'var(--accent)',
    sendBoxButtonColorOnHover: 'var(--accent)',
    sendBoxButtonColorOnFocus: 'var(--accent)',
    sendBoxBorderTop: 'solid 1px var(--line)',
    sendBoxTextWrap: true,
    sendBoxHeight: 48,
    sendBoxMaxHeight: 200,
    suggestedActionLayout: 'flow',
    suggestedActionBackgroundColor: 'var(--paper)',
    suggestedActionTextColor: 'var(--accent)',
    suggestedActionBorderColor: 'var(--edge)',
    suggestedActionBorderRadius: 6,
    suggestedActionBorderWidth: 1,
    suggestedActionHeight: 44,
    suggestedActionBackgroundColorOnHover: 'var(--accent-soft)',
    suggestedActionBackgroundColorOnActive: 'var(--accent-soft)',
    suggestedActionBackgroundColorOnFocus: 'var(--accent-soft)',
    suggestedActionTextColorOnHover: 'var(--accent)',
    suggestedActionTextColorOnActive: 'var(--accent)',
    suggestedActionTextColorOnFocus: 'var(--accent)',
    transcriptActivityVisualKeyboardIndicatorColor: 'var(--accent)',
    transcriptVisualKeyboardIndicatorColor: 'var(--accent)',
    timestampColor: 'var(--ink-soft)',
    cardEmphasisBackgroundColor: 'var(--paper-soft)',
    richCardWrapTitle: true,
    spinnerAnimationBackgroundImage: 'none',
  };

  const ink = { default: 'var(--ink)', subtle: 'var(--ink-soft)' };
  const colors = {
    default: ink,
    accent: { default: 'var(--accent)', subtle: 'var(--accent)' },
    good: ink, warning: ink, attention: ink, dark: ink, light: ink,
  };
  const cards = {
    fontFamily: 'var(--font)',
    fontSizes: { small: 14, default: 17, medium: 17, large: 20, extraLarge: 24 },
    containerStyles: { default: { backgroundColor: 'transparent', foregroundColors: colors } },
    inputs: { label: { inputSpacing: 'small', optionalInputs: { wrap: true, size: 'default' }, requiredInputs: { wrap: true, size: 'default' } } },
    actions: { actionsOrientation: 'vertical', actionAlignment: 'stretch', buttonSpacing: 8 },
    spacing: { small: 4, default: 16, medium: 16, large: 24, extraLarge: 40, padding: 0 },
    supportsInteractivity: true,
  };

  const directLineAddress = `${location.origin}${base}/v3/directline`;

  const sendAgain = async (token, conversation) => {
    for (const [id, activity] of [...unsent]) {
      const answer = await fetch(`${directLineAddress}/conversations/${conversation}/activities`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
      if (answer.ok) {
        unsent.delete(id);
      } else if (answer.status >= 500 || answer.status === 429) {
        throw new Error(`${answer.status}`);
      }
    }
  };

  const render = (token, userId) => {
    const mine = ++generation;
    const typed = store?.getState().sendBoxValue;
    const directLine = WebChat.createDirectLine({ token, domain: directLineAddress });
    store = WebChat.createStore({}, watch(mine));
    directLine.connectionStatus$.subscribe(status => {
      if (mine !== generation) {
        return;
      }
      if (status === ONLINE) {
        tries = 0;
        say('');
      } else if (LOST.includes(status)) {
        generation++;
        directLine.end();
        connect();
      }
    });
    WebChat.renderWebChat({
      directLine,
      store,
      nonce,
      userID: userId,
      locale: 'en-US',
      styleOptions: look,
      adaptiveCardsHostConfig: cards,
      overrideLocalizedStrings: {
        TEXT_INPUT_ALT: 'Your answer',
        TEXT_INPUT_PLACEHOLDER: 'Your answer',
        ACTIVITY_BOT_SAID_ALT: 'AI interviewer said:',
      },
    }, room);
    if (typed) {
      store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: typed } });
    }
  };

  // Web Chat has two boxes: one line, or one that grows with the answer. Ours grows and goes by the name of the other, by which
  // add-ons, scripts and checks find it.
  new MutationObserver(() => {
    const frame = room.querySelector('.webchat__send-box-text-box__text-area');
    if (frame) {
      frame.classList.replace('webchat__send-box-text-box__text-area', 'answer-box');
      const box = frame.querySelector('textarea');
      box.classList.add('webchat__send-box-text-box__input');
      box.dataset.testid = 'send box text area';
    }
  }).observe(room, { childList: true, subtree: true });

  // Web Chat shows the end of what is there. Of the first turn the beginning counts: who asks, for whom, and who will see the answers.
  const fromTheTop = () => {
    const turns = room.querySelector('.webchat__basic-transcript__scrollable');
    const answered = () => room.querySelector('.webchat__stacked-layout--from-user');
    if (!turns || answered()) {
      return;
    }
    const until = Date.now() + 2000;
    let touched = false;
    const hold = () => {
      if (answered()) {
        turns.scrollTop = turns.scrollHeight; // A conversation that goes on: what came before arrived one after the other.
      } else if (Date.now() < until && !touched) {
        turns.scrollTop = 0;
        requestAnimationFrame(hold);
      }
    };
    for (const sign of ['pointerdown', 'wheel', 'keydown']) {
      addEventListener(sign, () => { touched = true; }, { once: true, passive: true });
    }
    hold();
  };

  // A token that ran out, a laptop that slept, a server that restarted: the same conversation goes on without a reload.
  async function connect() {
    for (;;) {
      if (tries > 0) {
        say('Connecting again. What you said is kept.');
        await wait(Math.min(15000, 500 * 2 ** tries));
      }
      tries++;
      try {
        const answer = await fetch(base + tokens, { method: 'POST', credentials: 'same-origin' });
        if (answer.status === 401 || answer.status === 410) {
          location.reload();
          return;
        }
        if (answer.ok) {
          const { token, userId, conversationId } = await answer.json();
          await sendAgain(token, conversationId);
          render(token, userId);
          return;
        }
      } catch {
        // No network: try again.
      }
    }
  }

  for (const button of document.querySelectorAll('button[data-say]')) {
    button.addEventListener('click', () => {
      store?.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { method: 'keyboard', text: button.dataset.say } });
      room.querySelector('.webchat__send-box-text-box__html-text-area')?.focus();
    });
  }

  const who = document.getElementById('who');
  const whoButton = document.getElementById('who-button');
  whoButton.addEventListener('click', () => {
    who.hidden = !who.hidden;
    whoButton.setAttribute('aria-expanded', String(!who.hidden));
    if (!who.hidden) {
      who.focus();
    }
  });

  addEventListener('online', () => { tries = 0; });
  connect();
})();
