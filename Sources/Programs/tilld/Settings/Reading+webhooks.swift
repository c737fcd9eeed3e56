// SPDX-License-Identifier: Apache-2.0

import WebhookService

extension Reading {
    /// The hosts of this machine or its network that webhooks may be sent to.
    func webhookHosts() -> [String] {
        let section = root.section("webhooks")
        let hosts = section.list("local_hosts")
        for host in hosts {
            let inBrackets = host.contains(":") ? "[\(host)]" : host
            guard let target = try? WebhookTarget("http://\(inBrackets)/"), target.host == host.lowercased() else {
                section.fault("local_hosts", "\"\(host)\" is no host: write a name or an address, without a port")
                continue
            }
        }
        section.finish()
        return hosts
    }
}
