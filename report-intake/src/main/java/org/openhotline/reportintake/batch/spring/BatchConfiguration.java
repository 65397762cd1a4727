// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.spring;

import java.time.InstantSource;
import org.openhotline.chassis.inbox.Outage;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.reportintake.batch.Formats;
import org.openhotline.reportintake.batch.Imports;
import org.openhotline.reportintake.batch.Results;
import org.openhotline.reportintake.batch.RunImport;
import org.openhotline.reportintake.batch.csv.CsvRows;
import org.openhotline.reportintake.batch.json.NdjsonRows;
import org.openhotline.reportintake.batch.xarf.XarfRows;
import org.openhotline.reportintake.partner.PartnerReports;
import org.openhotline.reportintake.submission.ReceiveSubmission;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the import together. */
@Configuration(proxyBeanMethods = false)
class BatchConfiguration {
    @Bean
    Formats formats(JsonMapper json) {
        return (format, utf8) -> switch (format) {
            case CSV -> new CsvRows(utf8);
            case NDJSON -> new NdjsonRows(utf8, json);
            case XARF -> new XarfRows(utf8, json);
        };
    }

    @Bean
    RunImport runImport(
            Imports imports,
            Results results,
            Formats formats,
            ReceiveSubmission receiveSubmission,
            PartnerReports partnerReports,
            BlindIndex index,
            InstantSource clock,
            @Value("${openhotline.import.most-rows:200000}") long mostRows) {
        return new RunImport(
                imports, results, formats, receiveSubmission, partnerReports, Outage::causes, index, clock, mostRows);
    }
}
