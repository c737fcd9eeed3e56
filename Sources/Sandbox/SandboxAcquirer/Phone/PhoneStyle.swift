// SPDX-License-Identifier: Apache-2.0

/// How the payer's page looks: on a phone it fills the screen, elsewhere it is a card.
enum PhoneStyle {
    /// The colours by their names, for light and for dark surroundings: "#rrggbb".
    static let colours: [(name: String, light: String, dark: String)] = [
        ("around", "#dfe4ea", "#101418"), ("paper", "#ffffff", "#1b2127"), ("ink", "#14181d", "#eef2f5"),
        ("quiet", "#525c66", "#a7b2bd"), ("yes", "#0a6e42", "#2f9e6c"), ("on-yes", "#ffffff", "#06130d"),
        ("no", "#e8ecf0", "#2b333b"), ("on-no", "#14181d", "#eef2f5"), ("bad", "#8a3b3b", "#d98080"),
        ("on-bad", "#ffffff", "#1a0808"),
    ]

    /// What is written in which colour on which.
    static let pairs: [(text: String, ground: String)] = [
        ("ink", "paper"), ("quiet", "paper"), ("on-yes", "yes"), ("on-no", "no"), ("on-bad", "bad"),
    ]

    /// The style sheet.
    ///
    /// Source: WCAG 2.2, 1.4.3 (contrast), 1.4.10 (reflow at 320 px), 2.5.8 (targets), whose enhanced 44 px are kept.
    static let css = """
        :root { \(lightVariables) color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
        @media (prefers-color-scheme: dark) { :root { \(darkVariables) } }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; min-height: 100vh; min-height: 100dvh; display: grid; place-items: center; background: var(--around);
          color: var(--ink); }
        main { width: 100%; max-width: 26rem; padding: 2rem 1.5rem; border-radius: 1.5rem; background: var(--paper);
          text-align: center; }
        header { font-size: .875rem; color: var(--quiet); margin-bottom: 1.5rem; }
        h1 { font-size: 1.375rem; line-height: 1.25; margin: .25rem 0 1.25rem; overflow-wrap: anywhere; }
        p { margin: .5rem 0; overflow-wrap: anywhere; }
        .to, .no, .note { color: var(--quiet); font-size: .875rem; }
        .amount { font-size: clamp(1.75rem, 10vw, 2.75rem); line-height: 1.2; font-weight: 700;
          font-variant-numeric: tabular-nums; }
        button { display: block; width: 100%; min-height: 3.5rem; padding: .75rem 1rem; margin-top: 1rem; border: 0;
          border-radius: 1rem; font: inherit; font-size: 1.125rem; font-weight: 600; overflow-wrap: anywhere; cursor: pointer;
          touch-action: manipulation; }
        button:focus-visible { outline: .2rem solid var(--ink); outline-offset: .2rem; }
        .pay { background: var(--yes); color: var(--on-yes); margin-top: 2rem; }
        .decline { background: var(--no); color: var(--on-no); }
        .mark { width: 5rem; height: 5rem; line-height: 5rem; margin: 2rem auto 1rem; border-radius: 50%; font-size: 2.5rem;
          background: var(--bad); color: var(--on-bad); }
        .mark.paid { background: var(--yes); color: var(--on-yes); }
        .state { font-weight: 600; font-size: 1.125rem; }
        @media (max-width: 30rem) {
          body { place-items: stretch; background: var(--paper); }
          main { max-width: none; border-radius: 0; padding: calc(1.5rem + env(safe-area-inset-top))
            calc(1.25rem + env(safe-area-inset-right)) calc(1.5rem + env(safe-area-inset-bottom))
            calc(1.25rem + env(safe-area-inset-left)); }
        }
        """

    private static var lightVariables: String { variables { $0.light } }

    private static var darkVariables: String { variables { $0.dark } }

    private static func variables(_ shade: ((name: String, light: String, dark: String)) -> String) -> String {
        colours.map { "--\($0.name): \(shade($0));" }.joined(separator: " ")
    }
}
