// What wakes somebody. docs/guides/operations.md says of each what it means and what to do.
param location string
param tags object
param logsId string
param apiId string
param cosmosId string

@description('Who is told; empty sends no mail.')
param mailTo string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'helpdesk'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'helpdesk'
    enabled: true
    emailReceivers: empty(mailTo) ? [] : [{ name: 'operations', emailAddress: mailTo, useCommonAlertSchema: true }]
  }
}

// Alerts on the measures the desk itself reports.
var measured = [
  {
    name: 'helpdesk-poison'
    says: 'A message failed too often and waits for an admin.'
    severity: 1
    query: 'AppMetrics | where Name == "helpdesk.poison.count" | summarize value = max(Max) by bin(TimeGenerated, 5m)'
    above: 0
    window: 'PT15M'
    split: []
  }
  {
    name: 'helpdesk-outbox-age'
    says: 'An answer has waited more than ten minutes to be handed over.'
    severity: 1
    query: 'AppMetrics | where Name == "helpdesk.outbox.oldest" | summarize value = max(Max) by bin(TimeGenerated, 5m)'
    above: 600
    window: 'PT15M'
    split: []
  }
  {
    name: 'helpdesk-channel-silence'
    says: 'A channel has brought nothing for a day.'
    severity: 2
    query: 'AppMetrics | where Name == "helpdesk.channel.silence" | extend channel = tostring(Properties["channel"]) | summarize value = max(Max) by bin(TimeGenerated, 5m), channel'
    above: 24
    window: 'PT1H'
    split: [{ name: 'channel', operator: 'Include', values: ['*'] }]
  }
  {
    name: 'helpdesk-channel-fault'
    says: 'A mailbox or mail server of a channel does not work.'
    severity: 2
    query: 'AppMetrics | where Name == "helpdesk.channel.faults" | extend channel = tostring(Properties["channel"]) | summarize value = min(Min) by bin(TimeGenerated, 5m), channel'
    above: 0
    window: 'PT15M'
    split: [{ name: 'channel', operator: 'Include', values: ['*'] }]
  }
]

resource measures 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [
  for alert in measured: {
    name: alert.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.name
      description: alert.says
      severity: alert.severity
      enabled: true
      scopes: [logsId]
      evaluationFrequency: 'PT5M'
      windowSize: alert.window
      // Before the first run of the desk there is no such table.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: alert.query
            metricMeasureColumn: 'value'
            timeAggregation: 'Maximum'
            operator: 'GreaterThan'
            threshold: alert.above
            dimensions: alert.split
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

resource serverErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'helpdesk-server-errors'
  location: 'global'
  tags: tags
  properties: {
    description: 'The API answered with errors of its own.'
    severity: 1
    enabled: true
    scopes: [apiId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: '5xx'
          metricName: 'Http5xx'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 5
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource throttling 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'helpdesk-throttling'
  location: 'global'
  tags: tags
  properties: {
    description: 'Cosmos DB turns requests away, because they come faster than its throughput allows.'
    severity: 2
    enabled: true
    scopes: [cosmosId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: '429'
          metricName: 'TotalRequests'
          dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['429'] }]
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 100
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

output actionGroupId string = people.id
