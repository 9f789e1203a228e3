/** The panel's look. The page's own styles end at the shadow root. */
export const style = (color: string, side: 'left' | 'right') => `
.panel{--brand:${color};--paper:#fff;--ink:#1b1f26;--soft:#5d6673;--line:#dfe3e8;--mine:${color};--theirs:#f0f2f5;--bad:#b42318;
all:initial;box-sizing:border-box;position:fixed;bottom:88px;${side}:20px;width:372px;height:min(600px,calc(100vh - 108px));display:flex;flex-direction:column;background:var(--paper);color:var(--ink);
border-radius:14px;box-shadow:0 12px 40px #0003;overflow:hidden;font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans KR",sans-serif;color-scheme:light}
.panel[hidden]{display:none}
.panel.dark{--paper:#1c2027;--ink:#e9ecf1;--soft:#a3adba;--line:#363d48;--theirs:#2a303a;--bad:#ff9b8e;color-scheme:dark}
:where(.panel *){box-sizing:border-box;font:inherit}
.row{display:contents}
header{display:flex;align-items:center;gap:8px;padding:12px 12px 12px 16px;background:var(--brand);color:#fff}
header div{flex:1;min-width:0}h2{margin:0;font-size:16px;font-weight:600;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
header p{margin:0;font-size:13px}
button{cursor:pointer;border:0;background:none;color:inherit;border-radius:8px}
button.icon{width:36px;height:36px;display:grid;place-items:center;flex:none}
button.icon svg{width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
:focus-visible{outline:2px solid var(--brand);outline-offset:2px}header :focus-visible{outline-color:#fff;outline-offset:-2px}
.log{flex:1;overflow-y:auto;padding:16px;display:flex;flex-direction:column;gap:6px;overscroll-behavior:contain}
.bubble{max-width:84%;padding:8px 12px;border-radius:14px;background:var(--theirs);align-self:flex-start;white-space:pre-wrap;overflow-wrap:anywhere}
.mine{align-self:flex-end;background:var(--mine);color:#fff}
.who{display:flex;gap:6px;align-items:center;margin-top:6px;font-size:12px;color:var(--soft)}
.who img{position:absolute;inset:0;width:100%;height:100%;object-fit:cover}.who i{position:relative;overflow:hidden;width:22px;height:22px;border-radius:50%;background:var(--brand);color:#fff;display:grid;place-items:center;font-style:normal;font-size:10px;font-weight:600}
.state{align-self:flex-end;font-size:12px;color:var(--soft)}.state.bad{color:var(--bad)}.state button{text-decoration:underline;padding:0 4px}
.bubble a{color:inherit}.note{font-size:13px;color:var(--soft);min-height:20px;padding:0 16px}
.notice{margin:0;padding:8px 16px;font-size:13px;color:var(--bad)}.notice:empty{display:none}
form{display:flex;gap:6px;align-items:flex-end;border-top:1px solid var(--line);padding:8px}
form.who-form{flex-wrap:wrap;padding:12px 16px;gap:8px}form.who-form[hidden]{display:none}
form.who-form p{margin:0;width:100%;font-size:13px;color:var(--soft)}
label{flex:1;min-width:120px;font-size:12px;color:var(--soft)}
input,textarea{width:100%;border:1px solid var(--line);border-radius:8px;background:var(--paper);color:var(--ink);padding:8px 10px;font-size:15px}
::placeholder{color:var(--soft);opacity:1}
textarea{flex:1;resize:none;max-height:120px;min-height:40px;border-color:transparent}
button.say{background:var(--brand);color:#fff}.words{background:var(--brand);color:#fff;padding:8px 14px}
progress{width:100%;height:4px;accent-color:#fff}
.hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media (max-width:480px){.panel{inset:0;width:100%;height:100%;height:100dvh;border-radius:0}input,textarea{font-size:16px}}
@media (prefers-reduced-motion:no-preference){.panel{animation:rise .16s ease-out}@keyframes rise{from{opacity:0;transform:translateY(8px)}}}
`;
