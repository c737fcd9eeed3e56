// SPDX-License-Identifier: Apache-2.0

import Narrative
import Testing
import TillCore

@Suite struct `The story of a screen` {
    @Test func `that showed another code`() {
        var tale = Tale.tea()
        tale.attempt(.asking)
        tale.attempt(Tale.code)
        tale.pass(3)
        tale.attempt(.displayDiffers(.otherCode("https://evil.example")))

        let story = tale.told()

        #expect(
            story.suffix(2) == [
                "12:00:03 daemon: The customer's screen was read back and showed a code that says \"https://evil.example\". A person had to look: the customer's screen showed a code that says \"https://evil.example\": look at it before the next sale.",
                "12:00:03 daemon: Now it waits for a person. By itself the daemon will keep asking the acquirer what became of the payment and give up in 4 min 57 s. A person has to settle hold O1-H1 with leave: the customer's screen showed a code that says \"https://evil.example\": look at it before the next sale.",
            ])
    }
}
