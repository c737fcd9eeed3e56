// SPDX-License-Identifier: Apache-2.0

extension `till order` {
    static let full = #"""
        {"id":"O1","reference":"tea-1","status":"needs_person","amount":{"value":1250,"currency":"CNY"},
        "subject":"Tea","attempts":[{"reference":"A1","account":"main","state":"closed","detail":null,"reason":"expired",
        "code":{"payload":"https://pay.example/q/1","expires_at":null}},{"reference":"A2","account":"side",
        "state":"presented","detail":null,"reason":null,"code":{"payload":"https://pay.example/q/2","expires_at":null}}],
        "transactions":[{"account":"main","acquirer_reference":"pay_1","attempt":"A1",
        "amount":{"value":1200,"currency":"CNY"},"fate":"held","source":"notify","learnt_at":"2026-03-01T09:01:12.345Z"}],
        "refunds":[{"id":"R1","acquirer_reference":"pay_1","reason":"asked","amount":{"value":5,"currency":"CNY"},
        "state":"sent","note":"cold"}],
        "holds":[{"id":"H1","about":"amount_differs","detail":"the acquirer reports 12.00 CNY",
        "opened_at":"2026-03-01T09:02:00.000Z","settled":null,"decisions":["give_back","leave"]},
        {"id":"H2","about":"receipt_in_doubt","detail":"nobody can tell","opened_at":"2026-03-01T09:02:00.000Z",
        "settled":{"decision":"leave","by":"uid:1000","note":"saw it","at":"2026-03-01T09:20:00.000Z"},"decisions":[]}],
        "prints":[{"id":"P1","kind":"sale","copy":0,"state":"printed"},{"id":"P2","kind":"copy","copy":1,"state":"queued"}],
        "opened_at":"2026-03-01T09:00:00.000Z","deadline":"2026-03-01T09:05:00.000Z","seconds_left":0,"version":9,
        "metadata":{"table":"7"}}
        """#

    static let block = """
        order     O1
        status    needs_person
        amount    12.50 CNY
        reference tea-1
        subject   Tea
        opened    2026-03-01T09:00:00.000Z
        deadline  2026-03-01T09:05:00.000Z
        version   9
        metadata  table=7
        attempt   A1 main closed (expired)
        attempt   A2 side presented https://pay.example/q/2
        money     12.00 CNY held main pay_1 (notify at 2026-03-01T09:01:12.345Z)
        refund    0.05 CNY sent asked of pay_1 R1 "cold"
        hold      H1 amount_differs: the acquirer reports 12.00 CNY
                  decide with "till hold settle H1 give_back|leave --note ..."
        hold      H2 receipt_in_doubt: nobody can tell
                  leave by uid:1000 at 2026-03-01T09:20:00.000Z: saw it
        print     sale printed P1
        print     copy 1 queued P2

        """
}
